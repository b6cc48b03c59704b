using KlaviyoLinq.Checkpoints;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Model;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Rulings.Paging;
using KlaviyoLinq.Wire;

namespace KlaviyoLinq.Paging;

/// <summary>Continues a run whose chain of pages Klaviyo cuts off: with a new chain that begins at the sort key of the last row.</summary>
internal sealed class DeepPaging(KlaviyoRequest request)
{
    /// <summary>
    /// The page from which a chain is long. Klaviyo has been observed to cut chains off after some 1,850 pages. The sort key is requested and
    /// followed only from here on, so that shorter runs request no more than they read.
    /// </summary>
    internal const int LongChain = 100;

    /// <summary>The distance from the last key within which rows are remembered, in ticks.</summary>
    internal static long Width => ReanchorRuling.Step.Ticks;

    /// <summary>The reason why the run cannot continue with a new chain; null when it can.</summary>
    internal string? Obstacle { get; } = ReanchorRuling.Obstacle(request);

    /// <summary>The members that are read of pages: those of the request, and in long chains the sort key.</summary>
    internal IReadOnlyList<Fieldset> Fieldsets => (Obstacle is null ? ReanchorRuling.WithKey(request) : request).Fieldsets;

    /// <summary>Indicates whether the request includes the sort key anyway.</summary>
    internal bool ReadsKey { get; } = ReanchorRuling.Obstacle(request) is null && !ReanchorRuling.WithKey(request).Fieldsets.Except(request.Fieldsets).Any();

    internal string SortKey => request.Sort!.Value.Field;

    /// <summary>Returns whether sort keys are followed at a position.</summary>
    internal bool Follows(StreamPosition at) => Obstacle is null && (at.AfterKey is not null || at.Depth >= LongChain);

    /// <summary>Returns path and query of the chain of a position.</summary>
    internal string UriOf(StreamPosition at) => at.AfterKey is { } ticks
        ? RequestWriter.Write(ReanchorRuling.After(request, new DateTimeOffset(ticks, TimeSpan.Zero)).Request!)
        : RequestWriter.Write(ReanchorRuling.WithKey(request));

    /// <summary>Returns the request for the first or the last row of all; null where no row is without the sort key.</summary>
    internal KlaviyoRequest? End(bool isLast) => ReanchorRuling.End(request, isLast);

    /// <summary>Returns the sort keys of resources, in UTC ticks; null when one has none.</summary>
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

    /// <summary>Returns whether a resource of a new chain was consumed in the old one.</summary>
    internal bool IsRepeated(StreamPosition at, ulong id, long key) =>
        at.AfterKey is { } behind && (request.Sort!.Value.Descending ? key >= behind : key <= behind) && at.Window!.Holds(id, key);

    /// <summary>Returns the beginning of the new chain, or why there is none.</summary>
    internal (StreamPosition? Place, string Obstacle) Beyond(StreamPosition at)
    {
        if (Obstacle is { } obstacle)
            return (null, obstacle);
        if (at.Window is not { Last: { } last } window)
            return (null, $"The run cannot continue by itself, because the {SortKey} of the last row is not known.");
        return window.IsWhole && at.AfterKey != last
            ? (new StreamPosition { AfterKey = last, Window = window }, "")
            : (null, $"The run cannot continue by itself, because more rows share one second of {SortKey} than one chain holds.");
    }
}
