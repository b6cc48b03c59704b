using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Conditions;

/// <summary>Conditions that must all hold.</summary>
internal sealed class All(IReadOnlyList<Condition> operands, Site site) : Condition(site)
{
    internal IReadOnlyList<Condition> Operands { get; } = operands;
}
