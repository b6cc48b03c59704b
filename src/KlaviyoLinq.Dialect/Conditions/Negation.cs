using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Conditions;

/// <summary>A condition that must not hold. As in C#, it holds wherever its operand does not, missing values included.</summary>
internal sealed class Negation(Condition operand, Site site) : Condition(site)
{
    internal Condition Operand { get; } = operand;
}
