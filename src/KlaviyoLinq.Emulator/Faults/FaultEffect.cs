namespace KlaviyoLinq.Emulator.Faults;

/// <summary>Effect of a fault on a request: a delay, another answer, another way of sending it. Each part is optional.</summary>
internal sealed record FaultEffect
{
    /// <summary>Gets the delay of the answer.</summary>
    internal TimeSpan Delay { get; init; }

    /// <summary>
    /// Gets a value that indicates whether the request is processed although its answer is not the one that is sent: what it writes is written.
    /// </summary>
    internal bool Processes { get; init; }

    /// <summary>Gets the answer that is sent instead.</summary>
    internal CannedAnswer? Answer { get; init; }

    /// <summary>Gets the function that rewrites the text of the real answer.</summary>
    internal Func<string, string>? Rewrite { get; init; }

    /// <summary>Receives the text that is answered; null for no receiver.</summary>
    internal Action<string>? Observe { get; init; }

    internal Delivery? Delivery { get; init; }

    /// <summary>Headers that are set last, over those of the answer; null takes one away.</summary>
    internal IReadOnlyList<KeyValuePair<string, string?>> Headers { get; init; } = [];

    /// <summary>Both together: delays add up, and of everything else the first one counts.</summary>
    internal FaultEffect And(FaultEffect later) => new()
    {
        Delay = Delay + later.Delay,
        Processes = Processes || later.Processes,
        Answer = Answer ?? later.Answer,
        Rewrite = Rewrite ?? later.Rewrite,
        Observe = Observe + later.Observe,
        Delivery = Delivery ?? later.Delivery,
        Headers = [.. later.Headers, .. Headers],
    };
}
