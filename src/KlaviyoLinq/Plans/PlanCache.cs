using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Mapping;

namespace KlaviyoLinq.Plans;

/// <summary>
/// The plans of one catalogue's queries, found by their pattern. Their number is bounded: a new plan evicts one that was not used for a round
/// of the clock hand.
/// </summary>
/// <param name="capacity">The maximum number of plans.</param>
internal sealed class PlanCache(int capacity = PlanCache.UsualCapacity)
{
    internal const int UsualCapacity = 8_192;

    // Contexts are cheap and may be many; those with the same catalogue and no mapped classes share their plans.
    private static readonly ConditionalWeakTable<KlaviyoCatalogue, PlanCache> _ofCatalogues = [];

    private readonly ConcurrentDictionary<Pattern, PlanSet> _sets = new(PatternComparer.Instance);
    private readonly SeenPatterns _seen = new();
    private readonly Queue<PlanSet> _ring = [];
    private readonly Lock _changing = new();
    private int _count;

    /// <summary>The number of plans.</summary>
    internal int Count => Volatile.Read(ref _count);

    internal static PlanCache For(KlaviyoCatalogue catalogue, ModelMap model) =>
        model == ModelMap.Empty ? _ofCatalogues.GetValue(catalogue, static _ => new PlanCache()) : new PlanCache();

    /// <summary>Returns true when a pattern was seen before. A pattern that is seen for the first time has no plan.</summary>
    internal bool Meets(PatternView pattern) => _seen.Meet(pattern.Hash);

    internal PlanSet? Find(PatternView pattern)
    {
        if (!_sets.GetAlternateLookup<PatternView>().TryGetValue(pattern, out PlanSet? set))
            return null;
        if (!set.WasUsed)
            set.WasUsed = true;
        return set;
    }

    internal void Add(PatternView view, QueryPlan plan)
    {
        lock (_changing)
        {
            if (!_sets.GetAlternateLookup<PatternView>().TryGetValue(view, out PlanSet? set))
            {
                Pattern pattern = PatternComparer.Instance.Create(view);
                _ring.Enqueue(_sets[pattern] = set = new PlanSet(pattern));
            }

            _count += set.Add(plan);
            while (_count > capacity)
                EvictOldest();
        }
    }

    private void EvictOldest()
    {
        PlanSet oldest = _ring.Dequeue();
        if (oldest.WasUsed && _ring.Count > 0)
        {
            oldest.WasUsed = false;
            _ring.Enqueue(oldest);
            return;
        }

        _sets.TryRemove(oldest.Pattern, out _);
        _count -= oldest.Plans.Length;
    }
}
