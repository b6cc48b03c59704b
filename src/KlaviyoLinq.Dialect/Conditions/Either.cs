using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Conditions;

/// <summary>Conditions of which one must hold.</summary>
internal sealed class Either(IReadOnlyList<Condition> operands, Site site) : Condition(site)
{
    internal IReadOnlyList<Condition> Operands { get; } = operands;

    /// <summary>The negation of a conjunction that these alternatives come from; null where the author wrote them.</summary>
    internal Negation? Origin { get; init; }
}
