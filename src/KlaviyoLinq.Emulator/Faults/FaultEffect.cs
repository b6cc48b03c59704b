namespace KlaviyoLinq.Emulator.Faults;

/// <summary>What happens to a request: when it is answered, what is answered, and how the answer is sent. Each part may be missing.</summary>
internal sealed record FaultEffect
{
    /// <summary>How long the answer is held back.</summary>
    internal TimeSpan Delay { get; init; }

    /// <summary>What is answered instead.</summary>
    internal CannedAnswer? Answer { get; init; }

    /// <summary>What becomes of the true answer's text.</summary>
    internal Func<string, string>? Rewrite { get; init; }

    /// <summary>Sees the text that is answered; null when nobody wants to.</summary>
    internal Action<string>? Observe { get; init; }

    internal Delivery? Delivery { get; init; }

    /// <summary>Headers that are set last, over those of the answer; null takes one away.</summary>
    internal IReadOnlyList<KeyValuePair<string, string?>> Headers { get; init; } = [];

    /// <summary>Both together: delays add up, and of everything else the first one counts.</summary>
    internal FaultEffect And(FaultEffect later) => new()
    {
        Delay = Delay + later.Delay,
        Answer = Answer ?? later.Answer,
        Rewrite = Rewrite ?? later.Rewrite,
        Observe = Observe + later.Observe,
        Delivery = Delivery ?? later.Delivery,
        Headers = [.. later.Headers, .. Headers],
    };
}
