using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Conditions;

/// <summary>Conditions of which one must hold.</summary>
internal sealed class Either(IReadOnlyList<Condition> operands, Site site) : Condition(site)
{
    internal IReadOnlyList<Condition> Operands { get; } = operands;
}
