using System.Net;

namespace KlaviyoLinq.Emulator.Tests.Clocks;

public sealed class EmulatorClockTests
{
    private static readonly DateTimeOffset _start = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_scaled_clock_runs_as_many_times_as_fast()
    {
        EmulatorClock real = EmulatorClock.Standing(_start);
        EmulatorClock scaled = EmulatorClock.Scaled(60, basis: real);
        long stamp = scaled.GetTimestamp();

        real.Advance(TimeSpan.FromSeconds(2));

        scaled.GetUtcNow().Should().Be(_start + TimeSpan.FromMinutes(2));
        scaled.GetElapsedTime(stamp).Should().Be(TimeSpan.FromMinutes(2));
        scaled.Advance(TimeSpan.FromHours(1));
        scaled.GetUtcNow().Should().Be(_start + TimeSpan.FromMinutes(62));
    }

    [Fact]
    public async Task A_wait_ends_at_its_time_and_not_before()
    {
        EmulatorClock real = EmulatorClock.Standing(_start);
        EmulatorClock scaled = EmulatorClock.Scaled(60, basis: real);
        Task minute = Task.Delay(TimeSpan.FromMinutes(1), scaled);
        Task hour = Task.Delay(TimeSpan.FromHours(1), scaled);

        real.Advance(TimeSpan.FromMilliseconds(999));
        minute.IsCompleted.Should().BeFalse();
        real.Advance(TimeSpan.FromMilliseconds(1));
        await minute;
        hour.IsCompleted.Should().BeFalse();
        scaled.Advance(TimeSpan.FromHours(1));
        await hour;
    }

    [Fact]
    public async Task A_scaled_clock_moves_by_itself() => await Task.Delay(TimeSpan.FromDays(1), EmulatorClock.Scaled(1_000_000));

    [Fact]
    public async Task A_periodic_timer_goes_off_again_and_again()
    {
        EmulatorClock clock = EmulatorClock.Standing(_start);
        using PeriodicTimer timer = new(TimeSpan.FromMinutes(1), clock);

        for (int i = 0; i < 3; i++)
        {
            ValueTask<bool> tick = timer.WaitForNextTickAsync();
            tick.IsCompleted.Should().BeFalse();
            clock.Advance(TimeSpan.FromMinutes(1));
            (await tick).Should().BeTrue();
        }
    }

    [Fact]
    public async Task A_timer_that_is_stopped_does_not_go_off()
    {
        EmulatorClock clock = EmulatorClock.Standing(_start);
        int calls = 0;
        ITimer stopped = clock.CreateTimer(_ => calls++, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        stopped.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Task after = Task.Delay(TimeSpan.FromMinutes(2), clock);

        clock.Advance(TimeSpan.FromMinutes(2));
        await after;
        await stopped.DisposeAsync();

        calls.Should().Be(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_speed_is_positive(double speed) => FluentActions.Invoking(() => EmulatorClock.Scaled(speed)).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public async Task Rate_limits_and_latencies_follow_the_clock()
    {
        EmulatorClock clock = EmulatorClock.Standing(_start);
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(
            o =>
                (o.Data, o.TimeProvider, o.RateLimits) = (
                    DataSize.Empty, clock, new RateLimitSettings { Phase = TimeSpan.Zero, Limits = { ["/api/tags"] = new RateLimit(1, 10) } }));
        using EmulatorClient client = new(emulator);

        (await client.Get("/api/tags")).Status.Should().Be(HttpStatusCode.OK);
        (await client.Get("/api/tags")).Status.Should().Be(HttpStatusCode.TooManyRequests);
        clock.Advance(TimeSpan.FromSeconds(1));
        (await client.Get("/api/tags")).Status.Should().Be(HttpStatusCode.OK);

        emulator.Requests.Select(r => r.ReceivedAt).Should().Equal(_start, _start, _start + TimeSpan.FromSeconds(1));
    }
}
