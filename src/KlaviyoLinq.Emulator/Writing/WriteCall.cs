using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.QueryStrings;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing;

/// <summary>Request that changes an account or computes a report, with a body that the catalogue allows.</summary>
internal sealed class WriteCall
{
    /// <summary>The operation: one that writes, or a report.</summary>
    internal required OperationFacts Facts { get; init; }

    /// <summary>The operation, where it is not a report.</summary>
    internal WriteFacts Operation => (WriteFacts)Facts;

    /// <summary>The id in the path; null where the path has none.</summary>
    internal string? Id { get; init; }

    /// <summary>The value of the document's <c>data</c>: an object, or an array of identifiers; null without a JSON body.</summary>
    internal JsonElement? Data { get; init; }

    /// <summary>The body as it was sent.</summary>
    internal ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The <c>Content-Type</c> of the body, with its parameters; empty without one.</summary>
    internal string ContentType { get; init; } = "";

    /// <summary>The absolute address that the request was sent to, with its query string.</summary>
    internal string Address { get; init; } = "";

    /// <summary>The query parameters as they were sent.</summary>
    internal IReadOnlyList<RawParameter> Parameters { get; init; } = [];

    internal required KlaviyoCatalogue Catalogue { get; init; }

    internal required ResourceStore Store { get; init; }

    /// <summary>The ids of new resources.</summary>
    internal required NewIds Ids { get; init; }

    /// <summary>The work that is carried out after the answer.</summary>
    internal required PendingWork Work { get; init; }

    /// <summary>The changes of this day, for limits that hold for a single resource.</summary>
    internal required DailyCounts DailyChanges { get; init; }

    internal required TimeProvider Time { get; init; }

    /// <summary>
    /// Indicates whether rules apply that Klaviyo enforces without documenting them, and statuses that it sends in place of the documented ones.
    /// </summary>
    internal bool LiveRules { get; init; }

    internal DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>The resource object in <see cref="Data"/>; without members where there is none.</summary>
    internal BodyResource Resource => new(Data ?? default);

    /// <summary>The status of success: the first documented one, or the one that the live API sends where <see cref="LiveRules"/> apply.</summary>
    internal int Status => Facts is WriteFacts write
        ? LiveRules && write.UndocumentedStatuses.Count > 0 ? write.UndocumentedStatuses[0] : write.Statuses[0]
        : 200;
}
