namespace KlaviyoLinq.Forms;

/// <summary>A string searched for another: <c>t.Name.StartsWith("A")</c>.</summary>
internal sealed class StringMatchTerm(StringMatchKind kind, Term target, Term pattern, bool ignoresCase, Fragment fragment) : Term(fragment)
{
    internal StringMatchKind Kind { get; } = kind;

    internal Term Target { get; } = target;

    internal Term Pattern { get; } = pattern;

    /// <summary>Whether a comparison other than an ordinal, case-sensitive one was asked for.</summary>
    internal bool IgnoresCase { get; } = ignoresCase;
}
