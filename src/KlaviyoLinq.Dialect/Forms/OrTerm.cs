namespace KlaviyoLinq.Forms;

/// <summary>Two terms of which one must hold.</summary>
internal sealed class OrTerm(Term left, Term right, Fragment fragment) : Term(fragment)
{
    internal Term Left { get; } = left;

    internal Term Right { get; } = right;
}
