using System.Net;

namespace KlaviyoLinq.Emulator.Tests.Reporting;

/// <summary>Reports count in windows of a second, a minute and a day.</summary>
public sealed class ReportLimitsTests
{
    private static readonly object _query = new { statistics = new[] { "total_members" }, timeframe = new { key = "yesterday" } };

    [Fact]
    public async Task Two_reports_a_minute_and_225_a_day_are_answered_and_other_reports_have_limits_of_their_own()
    {
        EmulatorClock clock = EmulatorClock.Standing(new DateTimeOffset(2026, 7, 15, 0, 0, 0, TimeSpan.Zero));
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options =>
        {
            options.Data = DataSize.Empty;
            options.TimeProvider = clock;
            options.RateLimits = new RateLimitSettings { Phase = TimeSpan.Zero };
        });
        using EmulatorClient client = new(emulator);

        Answer first = await Send(client);
        clock.Advance(TimeSpan.FromSeconds(1));
        Answer second = await Send(client);
        clock.Advance(TimeSpan.FromSeconds(1));
        Answer third = await Send(client);
        for (int taken = 2; taken < 225; taken++)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            (await Send(client)).Status.Should().Be(HttpStatusCode.OK, "it is number {0}", taken + 1);
        }
        clock.Advance(TimeSpan.FromMinutes(1));
        Answer last = await Send(client);
        Answer other = await Report.Send(client, "form-values-report", new { statistics = new[] { "submits" }, timeframe = new { key = "today" } });
        clock.Advance(TimeSpan.FromDays(1));
        Answer tomorrow = await Send(client);

        first.Headers["RateLimit-Limit"].Should().Be("1, 1;w=1, 2;w=60, 225;w=86400");
        second.Status.Should().Be(HttpStatusCode.OK);
        third.Status.Should().Be(HttpStatusCode.TooManyRequests);
        third.Headers["Retry-After"].Should().Be("58");
        last.Status.Should().Be(HttpStatusCode.TooManyRequests);
        last.Headers["Retry-After"].Should().Be((86_400 - 2 - 224 * 60).ToString(System.Globalization.CultureInfo.InvariantCulture));
        other.Status.Should().Be(HttpStatusCode.OK);
        tomorrow.Status.Should().Be(HttpStatusCode.OK);
    }

    private static Task<Answer> Send(EmulatorClient client) => Report.Send(client, "segment-values-report", _query);
}
