using KlaviyoLinq.Checkpoints;
using KlaviyoLinq.JsonApi;
using KlaviyoLinq.Model;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Rulings.Paging;
using KlaviyoLinq.Wire;

namespace KlaviyoLinq.Paging;

/// <summary>How a run goes on where Klaviyo cuts its chain of pages off: with a new chain, which begins at the sort key of the last row.</summary>
internal sealed class DeepPaging(KlaviyoRequest request)
{
    /// <summary>
    /// From this page on a chain counts as long. Klaviyo has been seen to cut them off after some 1,850 pages; from here on the sort key is asked for
    /// and followed, so that shorter runs ask for no more than they read.
    /// </summary>
    internal const int LongChain = 100;

    /// <summary>How close to the last key rows are remembered, in ticks.</summary>
    internal static long Width => ReanchorRuling.Step.Ticks;

    /// <summary>Why the run could not go on; null when it could.</summary>
    internal string? Obstacle { get; } = ReanchorRuling.Obstacle(request);

    /// <summary>The members that pages may hold because they were asked for: those of the request, and in long chains the sort key.</summary>
    internal IReadOnlyList<Fieldset> Fieldsets => (Obstacle is null ? ReanchorRuling.WithKey(request) : request).Fieldsets;

    /// <summary>Whether pages hold the sort key anyway.</summary>
    internal bool ReadsKey { get; } = ReanchorRuling.Obstacle(request) is null && !ReanchorRuling.WithKey(request).Fieldsets.Except(request.Fieldsets).Any();

    internal string SortKey => request.Sort!.Value.Field;

    /// <summary>Whether sort keys are followed at a place.</summary>
    internal bool Follows(StreamPosition at) => Obstacle is null && (at.Behind is not null || at.Depth >= LongChain);

    /// <summary>Path and query of the chain that a place belongs to.</summary>
    internal string UriOf(StreamPosition at) => at.Behind is { } ticks
        ? RequestWriter.Write(ReanchorRuling.Behind(request, new DateTimeOffset(ticks, TimeSpan.Zero)).Request!)
        : RequestWriter.Write(ReanchorRuling.WithKey(request));

    /// <summary>The sort keys of resources in UTC ticks; null when one has none.</summary>
    internal long[]? KeysOf(IReadOnlyList<KlaviyoResource> resources)
    {
        long[] keys = new long[resources.Count];
        for (int i = 0; i < keys.Length; i++)
        {
            if (SortKeys.Moment(resources[i], SortKey) is not (> 0 and long key))
                return null;
            keys[i] = key;
        }

        return keys;
    }

    /// <summary>Whether a resource of a new chain was consumed before the old one was cut off.</summary>
    internal bool IsRepeated(StreamPosition at, ulong id, long key) =>
        at.Behind is { } behind && (request.Sort!.Value.Descending ? key >= behind : key <= behind) && at.Window!.Holds(id, key);

    /// <summary>The new chain's beginning, or why there is none.</summary>
    internal (StreamPosition? Place, string Obstacle) Beyond(StreamPosition at)
    {
        if (Obstacle is { } obstacle)
            return (null, obstacle);
        if (at.Window is not { Last: { } last } window)
            return (null, $"The run cannot go on by itself, because the {SortKey} of the last row is not known.");
        return window.IsWhole && at.Behind != last
            ? (new StreamPosition { Behind = last, Window = window }, "")
            : (null, $"The run cannot go on by itself, because more rows share one second of {SortKey} than one chain holds.");
    }
}
