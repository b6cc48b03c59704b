using System.Globalization;

namespace KlaviyoLinq.Emulator.Tests;

/// <summary>A clock that stands still.</summary>
internal sealed class FixedClock(string now) : TimeProvider
{
    private readonly DateTimeOffset _now = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);

    public override DateTimeOffset GetUtcNow() => _now;
}
