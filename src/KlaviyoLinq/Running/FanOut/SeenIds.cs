using KlaviyoLinq.Checkpoints;

namespace KlaviyoLinq.Running.FanOut;

/// <summary>Resources that a fan-out has returned, so that another of its requests does not return them again.</summary>
internal sealed class SeenIds
{
    private readonly IReadOnlyList<ulong> _before;
    private readonly HashSet<ulong> _known;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly List<ulong> _kept;

    /// <param name="before">The resources of an earlier run.</param>
    internal SeenIds(IReadOnlyList<ulong> before)
        : this(before, [.. before], [])
    {
    }

    private SeenIds(IReadOnlyList<ulong> before, HashSet<ulong> known, List<ulong> kept) => (_before, _known, _kept) = (before, known, kept);

    internal int Count => _order.Count;

    /// <returns>False when it was returned before.</returns>
    internal bool Add(string id)
    {
        if ((_known.Count > 0 && _known.Contains(IdHash.Of(id))) || !_seen.Add(id))
            return false;
        _order.Add(id);
        return true;
    }

    /// <summary>Keeps a resource when others are forgotten.</summary>
    internal void Keep(string id)
    {
        ulong hash = IdHash.Of(id);
        if (_known.Add(hash))
            _kept.Add(hash);
    }

    /// <summary>
    /// Forgets the resources of this run but those to keep. Those of the earlier run are no longer part of checkpoints, which would grow with each run.
    /// </summary>
    internal SeenIds Forget() => new([.. _kept], _known, _kept);

    /// <summary>Returns those of the earlier run and the first ones of this run.</summary>
    internal IReadOnlyList<ulong> Hashes(int count) => [.. _before, .. _order.Take(count).Select(IdHash.Of)];
}
