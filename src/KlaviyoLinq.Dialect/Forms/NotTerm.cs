namespace KlaviyoLinq.Forms;

/// <summary>A term that must not hold.</summary>
internal sealed class NotTerm(Term operand, Fragment fragment) : Term(fragment)
{
    internal Term Operand { get; } = operand;
}
