using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Checkpoints;
using KlaviyoLinq.Columns;
using KlaviyoLinq.Exchanges;
using KlaviyoLinq.RateLimiting;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Paging;

/// <summary>Request of a run: its first page, and how pages are read.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="RelativeUri">Path and query of the first page, percent-encoded. Can contain a <c>page[cursor]</c> to start from.</param>
internal sealed record PageRequest(ReadFacts Operation, string RelativeUri)
{
    /// <summary>The number of resources after which no further page is requested; null for no limit. The last page is returned whole.</summary>
    internal long? MaximumItems { get; init; }

    /// <summary>Headers of every page, besides those of every request.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The members that the address requests; empty for all. Others are not read.</summary>
    internal IReadOnlyList<Fieldset> Fieldsets { get; init; } = [];

    /// <summary>The columns that are read of the operation's resources; null to read each into its class.</summary>
    internal ColumnSet? Columns { get; init; }

    /// <summary>Indicates whether rows that cannot be read are collected; otherwise the first fails its page.</summary>
    internal bool CollectsFailures { get; init; }

    /// <summary>Indicates whether the answer "no such resource" is an empty page; otherwise it is an error.</summary>
    internal bool NotFoundIsEmpty { get; init; }

    /// <summary>The query of the request, from which a run that is cut off makes a new chain; null where it does not.</summary>
    internal KlaviyoRequest? Query { get; init; }

    /// <summary>The position that an earlier run has reached.</summary>
    internal StreamPosition Start { get; init; } = StreamPosition.Start;

    /// <summary>The run's turn in the queues for permits; requests of a fan-out share one.</summary>
    internal RunTurn Turn { get; init; } = new();

    /// <summary>The account that must answer, shared with the other requests of the run; null for a run of one request.</summary>
    internal RunAccount? Account { get; init; }
}
