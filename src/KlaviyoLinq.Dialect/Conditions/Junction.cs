using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Conditions;

/// <summary>Collects the operands of a conjunction or of alternatives, flattens nested ones of the same kind, and folds known ones.</summary>
/// <param name="isAll">True when all operands must hold, false when one of them must.</param>
internal sealed class Junction(bool isAll)
{
    private readonly List<Condition> _parts = [];

    internal bool IsAll { get; } = isAll;

    /// <summary>Indicates whether the outcome is known: a conjunction is false, alternatives are true.</summary>
    internal bool IsSettled { get; private set; }

    internal void Add(Condition part)
    {
        if (part is Constant constant)
            IsSettled |= constant.Value != IsAll;
        else if ((IsAll ? (part as All)?.Operands : (part as Either)?.Operands) is { } nested)
            _parts.AddRange(nested);
        else
            _parts.Add(part);
    }

    internal Condition Joined(Site site, Negation? origin = null) =>
        IsSettled || _parts.Count == 0 ? new Constant(IsSettled != IsAll, site)
        : _parts.Count == 1 ? _parts[0]
        : IsAll ? new All(_parts, site)
        : new Either(_parts, site) { Origin = origin };
}
