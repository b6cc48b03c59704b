using KlaviyoLinq.Columns;
using KlaviyoLinq.Exchanges;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Paging;

/// <summary>One page of a run: the exchange that gets it, and how its document is read.</summary>
/// <param name="Exchange">The exchange.</param>
internal readonly record struct PagePlace(Exchange Exchange)
{
    /// <summary>The page's path and query.</summary>
    internal string Uri => Exchange.Uri;

    /// <summary>The requested members; empty for all.</summary>
    internal IReadOnlyList<Fieldset> Fieldsets { get; init; } = [];

    /// <summary>The columns that are read of the operation's resources; null to read each into its class.</summary>
    internal ColumnSet? Columns { get; init; }

    /// <summary>Indicates whether rows that cannot be read are collected; otherwise the first fails the page.</summary>
    internal bool CollectsFailures { get; init; }

    /// <summary>
    /// Called with the cursor that seems to be the next page's, when the body has arrived and before it is read; null without a caller interested in
    /// it.
    /// </summary>
    internal Action<string>? Arrived { get; init; }

    /// <summary>Indicates whether the answer "no such resource" is an empty page; otherwise it is an error.</summary>
    internal bool NotFoundIsEmpty { get; init; }
}
