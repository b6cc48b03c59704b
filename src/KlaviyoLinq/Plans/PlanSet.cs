namespace KlaviyoLinq.Plans;

/// <summary>The plans of one pattern: one for each combination of nulls, Booleans and empty lists that has been seen.</summary>
/// <param name="pattern">The shape.</param>
internal sealed class PlanSet(Pattern pattern)
{
    // A query with more toggles than this many combinations keeps the newest.
    private const int Most = 32;

    private volatile QueryPlan[] _plans = [];

    internal Pattern Pattern { get; } = pattern;

    /// <summary>Indicates whether a plan was found here since the clock hand last passed.</summary>
    internal bool WasUsed { get; set; }

    internal ReadOnlySpan<QueryPlan> Plans => _plans;

    /// <summary>Adds a plan; the caller holds the cache's lock.</summary>
    /// <returns>By how many the plans have become more.</returns>
    internal int Add(QueryPlan plan)
    {
        QueryPlan[] before = _plans;
        _plans = before.Length < Most ? [plan, .. before] : [plan, .. before.AsSpan(0, Most - 1)];
        return _plans.Length - before.Length;
    }
}
