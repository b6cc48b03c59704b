namespace KlaviyoLinq.Emulator.Tests.Status;

/// <summary>A clock that is a minute later at every look.</summary>
internal sealed class MinuteClock : TimeProvider
{
    private long _looks;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(Interlocked.Increment(ref _looks));
}
