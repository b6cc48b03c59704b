namespace KlaviyoLinq.Forms;

/// <summary>Two terms compared: <c>p.Created > since</c>.</summary>
internal sealed class ComparisonTerm(ComparisonKind kind, Term left, Term right, Fragment fragment) : Term(fragment)
{
    internal ComparisonKind Kind { get; } = kind;

    internal Term Left { get; } = left;

    internal Term Right { get; } = right;
}
