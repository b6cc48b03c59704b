namespace KlaviyoLinq.Emulator.Status;

/// <summary>What an emulator is and does at one moment, for people who look.</summary>
internal sealed record StatusReport
{
    /// <summary>The API: <c>Klaviyo revision 2026-07-15</c>.</summary>
    internal required string Catalogue { get; init; }

    internal required string Grammar { get; init; }

    internal required string Strictness { get; init; }

    internal required DateTimeOffset Now { get; init; }

    /// <summary>How many requests came, also those that are forgotten.</summary>
    internal required long RequestCount { get; init; }

    /// <summary>The latest requests, the youngest first.</summary>
    internal required IReadOnlyList<ReceivedRequest> Requests { get; init; }

    internal required IReadOnlyList<RateLimitWindow> Windows { get; init; }

    internal required IReadOnlyList<string> Accounts { get; init; }

    /// <summary>The types of which there are resources, with the count in each account.</summary>
    internal required IReadOnlyList<(string Type, IReadOnlyList<int> Counts)> Data { get; init; }

    internal required IReadOnlyList<(string Route, long Calls, long HitCount)> Faults { get; init; }
}
