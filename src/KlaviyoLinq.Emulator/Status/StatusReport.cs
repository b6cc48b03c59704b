namespace KlaviyoLinq.Emulator.Status;

/// <summary>Report of the emulator's state at one moment, for the status page.</summary>
internal sealed record StatusReport
{
    /// <summary>The API: <c>Klaviyo revision 2026-07-15</c>.</summary>
    internal required string Catalogue { get; init; }

    internal required string Grammar { get; init; }

    internal required string Strictness { get; init; }

    internal required DateTimeOffset Now { get; init; }

    /// <summary>Gets the number of requests so far, including those that are no longer kept.</summary>
    internal required long RequestCount { get; init; }

    /// <summary>The latest requests, the youngest first.</summary>
    internal required IReadOnlyList<ReceivedRequest> Requests { get; init; }

    internal required IReadOnlyList<RateLimitWindow> Windows { get; init; }

    internal required IReadOnlyList<string> Accounts { get; init; }

    /// <summary>The types of which there are resources, with the count in each account.</summary>
    internal required IReadOnlyList<(string Type, IReadOnlyList<int> Counts)> Data { get; init; }

    internal required IReadOnlyList<(string Route, long Calls, long HitCount)> Faults { get; init; }
}
