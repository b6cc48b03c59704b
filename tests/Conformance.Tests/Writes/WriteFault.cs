using KlaviyoLinq.Emulator;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>A failure between the program and Klaviyo.</summary>
/// <param name="Name">What fails.</param>
/// <param name="IsProcessed">Whether Klaviyo has carried out the request nevertheless.</param>
/// <param name="Apply">Sets it up for the calls of a route.</param>
internal sealed record WriteFault(string Name, bool IsProcessed, Action<EmulatorFaultRoute> Apply)
{
    internal static IReadOnlyList<WriteFault> All { get; } =
    [
        new("reset before it was processed", false, route => route.Reset()),
        new("cut before the headers", true, route => route.LoseAnswer()),
        new("cut in the body", true, route => route.LoseAnswer(afterBytes: 9)),
        new("no answer in time, not processed", false, route => route.Stall()),
        new("no answer in time, processed", true, route => route.AfterProcessing().Stall()),
        new("429", false, route => route.Respond(429, TimeSpan.Zero)),
        .. new[] { 500, 502, 503, 504 }.SelectMany(status => new WriteFault[]
        {
            new($"{status}, not processed", false, route => route.Respond(status)),
            new($"{status}, processed", true, route => route.AfterProcessing().Respond(status)),
        }),
    ];

    /// <summary>Indicates whether it is also tried at every request, where the retries end.</summary>
    internal bool IsForEveryRequest => Name.StartsWith("cut", StringComparison.Ordinal) || Name.StartsWith("503", StringComparison.Ordinal);

    public override string ToString() => Name;
}
