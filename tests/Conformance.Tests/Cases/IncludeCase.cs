namespace KlaviyoLinq.Conformance.Tests.Cases;

/// <summary>One include value of one operation.</summary>
internal sealed record IncludeCase(string Operation, string Relationship, string Member, Func<Contexts, string, IKlaviyoQueryable<object>> Query)
{
    public override string ToString() => $"{Operation} {Relationship}";
}
