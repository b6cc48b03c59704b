namespace KlaviyoLinq.Hosting.Tests;

/// <summary>A clock whose time of day is set by the test; its timers are real.</summary>
internal sealed class SetClock : TimeProvider
{
    internal DateTimeOffset Now { get; set; } = new(2026, 7, 15, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
