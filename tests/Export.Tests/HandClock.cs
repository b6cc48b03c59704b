namespace KlaviyoLinq.Export.Tests;

/// <summary>A clock that is moved by hand.</summary>
internal sealed class HandClock : TimeProvider
{
    private TimeSpan _gone;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _gone.Ticks;

    internal void Advance(TimeSpan time) => _gone += time;
}
