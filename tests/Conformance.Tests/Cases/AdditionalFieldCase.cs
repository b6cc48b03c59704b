namespace KlaviyoLinq.Conformance.Tests.Cases;

/// <summary>One additional field of one operation.</summary>
internal sealed record AdditionalFieldCase(string Operation, string Field, string Member, Func<Contexts, string, IKlaviyoQueryable<object>> Query)
{
    public override string ToString() => $"{Operation} {Field}";
}
