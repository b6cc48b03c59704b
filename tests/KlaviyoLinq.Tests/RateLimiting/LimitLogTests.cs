using KlaviyoLinq.RateLimiting;

namespace KlaviyoLinq.Tests.RateLimiting;

[Trait("Category", "Culture")]
public sealed class LimitLogTests
{
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void Use_by_others_is_counted_in_its_own_window_also_when_another_became_known_in_between()
    {
        LimitLog log = new(new KlaviyoRateLimit("GET /api/profiles", 10, 100));
        LoggedRequest request = log.Pass(now: 0);

        log.Learn(TimeSpan.FromSeconds(10), 50, now: 0);
        log.Compare(request, new KlaviyoRateLimitWindow(_minute, 100, 40, _minute), now: 0);

        log.Describe(now: 0, waiting: 0).Windows.Single(window => window.Length == _minute).Remaining.Should().Be(40);
    }

    [Fact]
    public void A_window_that_became_known_since_the_request_passed_says_nothing_about_others()
    {
        LimitLog log = new(new KlaviyoRateLimit("GET /api/profiles", 10, 100));
        LoggedRequest request = log.Pass(now: 0);

        log.Learn(TimeSpan.FromSeconds(10), 50, now: 0);
        log.Compare(request, new KlaviyoRateLimitWindow(TimeSpan.FromSeconds(10), 50, 20, null), now: 0);

        log.Describe(now: 0, waiting: 0).Windows.Single(window => window.Length == _minute).Remaining.Should().Be(99);
    }
}
