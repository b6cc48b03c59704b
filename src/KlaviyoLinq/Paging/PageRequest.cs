using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Checkpoints;
using KlaviyoLinq.Columns;
using KlaviyoLinq.Exchanges;
using KlaviyoLinq.RateLimiting;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Paging;

/// <summary>What a run asks for.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="RelativeUri">Path and query of the first page, percent-encoded. May hold a <c>page[cursor]</c> to start from.</param>
internal sealed record PageRequest(OperationFacts Operation, string RelativeUri)
{
    /// <summary>After how many resources no further page is asked for; null for no limit. The last page is handed out whole.</summary>
    internal long? MaximumItems { get; init; }

    /// <summary>The headers that go along with every page, besides those of every request.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The members that the address asks for; empty for all. What comes beyond them is not read.</summary>
    internal IReadOnlyList<Fieldset> Fieldsets { get; init; } = [];

    /// <summary>What alone is read of the operation's resources; null to read them into their class.</summary>
    internal ColumnSet? Columns { get; init; }

    /// <summary>Whether rows that cannot be read are collected; otherwise the first fails its page.</summary>
    internal bool CollectsFailures { get; init; }

    /// <summary>Whether the answer that there is no such resource is an empty page; otherwise it is an error.</summary>
    internal bool NotFoundIsEmpty { get; init; }

    /// <summary>The query that the request was spelled from, by which a run that is cut off goes on; null where it is not to.</summary>
    internal KlaviyoRequest? Query { get; init; }

    /// <summary>Where an earlier run has come to.</summary>
    internal StreamPosition Start { get; init; } = StreamPosition.Start;

    /// <summary>The run's turn in the queues for permits; requests of a fan-out share one.</summary>
    internal RunTurn Turn { get; init; } = new();

    /// <summary>The account that must answer, shared with the other requests of the run; null where there are none.</summary>
    internal RunAccount? Account { get; init; }
}
