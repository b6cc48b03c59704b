namespace KlaviyoLinq.Emulator.Faults;

/// <summary>Faults in the order in which they were set. Every request reads them; few calls change them.</summary>
internal sealed class FaultScript
{
    private readonly Lock _lock = new();
    private volatile FaultRule[] _rules = [];

    internal IReadOnlyList<FaultRule> Rules => _rules;

    internal void Add(FaultRule rule)
    {
        lock (_lock)
            _rules = [.. _rules, rule];
    }

    internal bool Remove(FaultRule rule)
    {
        lock (_lock)
        {
            int before = _rules.Length;
            _rules = [.. _rules.Where(other => other != rule)];
            return _rules.Length < before;
        }
    }

    internal void Clear()
    {
        lock (_lock)
            _rules = [];
    }

    internal bool Holds(FaultRule rule) => _rules.Contains(rule);

    /// <summary>Counts the request at every fault. Returns the fault that is due, or null.</summary>
    internal FaultEffect? Meet(ReceivedRequest request)
    {
        FaultEffect? effect = null;
        foreach (FaultRule rule in _rules)
            if (rule.Meet(request) is { } struck)
                effect = effect is null ? struck : effect.And(struck);
        return effect;
    }
}
