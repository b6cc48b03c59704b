using KlaviyoLinq.Checkpoints;

namespace KlaviyoLinq.Running.FanOut;

/// <summary>Resources that a fan-out has returned, so that another of its requests does not return them again.</summary>
/// <param name="before">The resources of an earlier run.</param>
internal sealed class SeenIds(IReadOnlyList<ulong> before)
{
    private readonly HashSet<ulong> _before = [.. before];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    internal int Count => _order.Count;

    /// <returns>False when it was returned before.</returns>
    internal bool Add(string id)
    {
        if ((_before.Count > 0 && _before.Contains(IdHash.Of(id))) || !_seen.Add(id))
            return false;
        _order.Add(id);
        return true;
    }

    /// <summary>Returns those of the earlier run and the first ones of this run.</summary>
    internal IReadOnlyList<ulong> Hashes(int count) => [.. before, .. _order.Take(count).Select(IdHash.Of)];
}
