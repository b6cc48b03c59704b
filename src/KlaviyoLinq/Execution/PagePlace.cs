using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Columns;
using KlaviyoLinq.RateLimiting;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Telemetry;

namespace KlaviyoLinq.Execution;

/// <summary>A page within its run.</summary>
/// <param name="Operation">The operation that is asked.</param>
/// <param name="Uri">The page's path and query.</param>
/// <param name="Number">Counted from 1.</param>
/// <param name="ItemsBefore">How many resources the pages before it held.</param>
/// <param name="Turn">The run's turn in the queues for permits.</param>
internal readonly record struct PagePlace(OperationFacts Operation, string Uri, int Number, long ItemsBefore, RunTurn Turn)
{
    /// <summary>The headers that go along with every page, besides those of every request.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The members that were asked for; empty for all.</summary>
    internal IReadOnlyList<Fieldset> Fieldsets { get; init; } = [];

    /// <summary>What alone is read of the operation's resources; null to read them into their class.</summary>
    internal ColumnSet? Columns { get; init; }

    /// <summary>Whether rows that cannot be read are collected; otherwise the first fails the page.</summary>
    internal bool CollectsFailures { get; init; }

    /// <summary>Told of a cursor that seems to be the next page's, when the body has come and before it is read; null when nobody wants to know.</summary>
    internal Action<string>? Arrived { get; init; }

    /// <summary>The account that must answer; null outside a run.</summary>
    internal RunAccount? Account { get; init; }

    /// <summary>The trace of the run; null when nobody listens.</summary>
    internal RunTrace? Trace { get; init; }

    /// <summary>Whether the answer that there is no such resource is an empty page; otherwise it is an error.</summary>
    internal bool NotFoundIsEmpty { get; init; }
}
