using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Mapping;

namespace KlaviyoLinq.Planning;

/// <summary>
/// The plans of the queries that one catalogue has answered, found by their shape. It holds a bounded number: one that has not been used for
/// a round of the hand makes room for a new one.
/// </summary>
/// <param name="capacity">How many plans there can be.</param>
internal sealed class PlanCache(int capacity = PlanCache.UsualCapacity)
{
    internal const int UsualCapacity = 8_192;

    // Contexts are cheap and may be many; those that ask the same catalogue of the same classes share what they know.
    private static readonly ConditionalWeakTable<KlaviyoCatalogue, PlanCache> OfCatalogues = [];

    private readonly ConcurrentDictionary<Shape, PlanSet> _sets = new(ShapeComparer.Instance);
    private readonly SeenShapes _seen = new();
    private readonly Queue<PlanSet> _ring = [];
    private readonly Lock _changing = new();
    private int _count;

    /// <summary>How many plans it holds.</summary>
    internal int Count => Volatile.Read(ref _count);

    internal static PlanCache For(KlaviyoCatalogue catalogue, ModelMap model) =>
        model == ModelMap.Empty ? OfCatalogues.GetValue(catalogue, static _ => new PlanCache()) : new PlanCache();

    /// <summary>Whether a shape is met again. One that is met for the first time has no plan.</summary>
    internal bool Meets(ShapeView shape) => _seen.Meet(shape.Hash);

    internal PlanSet? Find(ShapeView shape)
    {
        if (!_sets.GetAlternateLookup<ShapeView>().TryGetValue(shape, out PlanSet? set))
            return null;
        if (!set.WasUsed)
            set.WasUsed = true;
        return set;
    }

    internal void Add(ShapeView view, QueryPlan plan)
    {
        lock (_changing)
        {
            if (!_sets.GetAlternateLookup<ShapeView>().TryGetValue(view, out PlanSet? set))
            {
                Shape shape = ShapeComparer.Instance.Create(view);
                _ring.Enqueue(_sets[shape] = set = new PlanSet(shape));
            }

            _count += set.Add(plan);
            while (_count > capacity)
                MakeRoom();
        }
    }

    private void MakeRoom()
    {
        PlanSet oldest = _ring.Dequeue();
        if (oldest.WasUsed && _ring.Count > 0)
        {
            oldest.WasUsed = false;
            _ring.Enqueue(oldest);
            return;
        }

        _sets.TryRemove(oldest.Shape, out _);
        _count -= oldest.Plans.Length;
    }
}
