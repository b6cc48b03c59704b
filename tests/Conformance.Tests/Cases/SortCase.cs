namespace KlaviyoLinq.Conformance.Tests.Cases;

/// <summary>One sort key of one operation in one direction.</summary>
internal sealed record SortCase(string Operation, string Key, bool Descending, string Path, Func<Contexts, string, IKlaviyoQueryable<object>> Query)
{
    public override string ToString() => $"{Operation} {(Descending ? "-" : "")}{Key}";
}
