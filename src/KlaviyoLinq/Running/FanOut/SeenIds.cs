using KlaviyoLinq.Checkpoints;

namespace KlaviyoLinq.Running.FanOut;

/// <summary>The resources that a merged run has handed out, where another of its requests could bring them again.</summary>
/// <param name="before">Those of an earlier run.</param>
internal sealed class SeenIds(IReadOnlyList<ulong> before)
{
    private readonly HashSet<ulong> _before = [.. before];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    internal int Count => _order.Count;

    /// <returns>False when it has been handed out.</returns>
    internal bool Add(string id)
    {
        if ((_before.Count > 0 && _before.Contains(IdHash.Of(id))) || !_seen.Add(id))
            return false;
        _order.Add(id);
        return true;
    }

    /// <summary>Those of the earlier run and the first of this one.</summary>
    internal IReadOnlyList<ulong> Hashes(int count) => [.. before, .. _order.Take(count).Select(IdHash.Of)];
}
