namespace KlaviyoLinq.Forms;

/// <summary>Two terms that must both hold.</summary>
internal sealed class AndTerm(Term left, Term right, Fragment fragment) : Term(fragment)
{
    internal Term Left { get; } = left;

    internal Term Right { get; } = right;
}
