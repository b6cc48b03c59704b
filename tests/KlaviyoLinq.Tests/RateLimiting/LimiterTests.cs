using System.Net;
using System.Threading.RateLimiting;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.RateLimiting;

namespace KlaviyoLinq.Tests.RateLimiting;

public sealed class LimiterTests
{
    private static readonly KlaviyoCall _plain = new("a", "GET /api/tags", [new("GET /api/tags", 3, 60)]);
    private static readonly KlaviyoCall _expensive = new("a", "GET /api/profiles", [new("GET /api/profiles", 75, 750), new("dear", 1, 15)]);
    private static readonly KlaviyoCall _cheap = new("a", "GET /api/profiles", [new("GET /api/profiles", 75, 750)]);

    private readonly VirtualClock _clock = new();
    private readonly AccountLimiters _limiter;

    public LimiterTests() => _limiter = new AccountLimiters(_clock);

    [Fact]
    public async Task Requests_are_served_first_in_first_out_and_a_cancelled_one_takes_no_permit()
    {
        Fill(_plain, 3);
        using CancellationTokenSource patience = new();
        Task<RateLimitLease>[] waiting = [.. Enumerable.Range(0, 5).Select(i => _limiter.AcquireAsync(_plain, 1, i == 1 ? patience.Token : default).AsTask())];
        _limiter.GetStatistics(_plain)!.CurrentQueuedCount.Should().Be(5);

        await patience.CancelAsync();
        _clock.Pass(TimeSpan.FromSeconds(1.4));
        waiting.Count(task => task.IsCompletedSuccessfully).Should().Be(0, "the guard is not over");
        _clock.Pass(TimeSpan.FromSeconds(0.1));

        waiting.Select(task => task.IsCompletedSuccessfully).Should().Equal(true, false, true, true, false);
        (await FluentActions.Awaiting(() => waiting[1]).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(patience.Token);
        _limiter.AttemptAcquire(_plain).IsAcquired.Should().BeFalse("one waits already");
        _clock.Pass(TimeSpan.FromSeconds(1.5));
        waiting[4].IsCompletedSuccessfully.Should().BeTrue();
        _limiter.AttemptAcquire(_plain).IsAcquired.Should().BeTrue();
        _limiter.AttemptAcquire(_plain).IsAcquired.Should().BeTrue();
        _limiter.AttemptAcquire(_plain).IsAcquired.Should().BeFalse("three were let go in this second, and one was cancelled before");
    }

    [Fact]
    public void An_answer_makes_room_a_window_later_and_a_permit_that_is_taken_back_at_once()
    {
        Permit[] permits = Fill(_plain, 3);
        permits[0].Answer(Fine());
        Task<RateLimitLease> first = _limiter.AcquireAsync(_plain).AsTask();
        Task<RateLimitLease> second = _limiter.AcquireAsync(_plain).AsTask();

        permits[1].TakeBack();
        first.IsCompletedSuccessfully.Should().BeTrue();
        second.IsCompleted.Should().BeFalse();
        _clock.Pass(TimeSpan.FromSeconds(1));
        second.IsCompletedSuccessfully.Should().BeTrue("the first was answered a second ago");
    }

    [Fact]
    public void Expensive_requests_wait_for_their_own_limit_without_delaying_others()
    {
        Fill(_expensive, 1);
        Task<RateLimitLease> expensive = _limiter.AcquireAsync(_expensive).AsTask();

        Fill(_cheap, 74);
        _limiter.AttemptAcquire(_cheap).IsAcquired.Should().BeFalse("the dear one counts against the operation as well, and the one that waits does not");
        expensive.IsCompleted.Should().BeFalse();
        _clock.Pass(TimeSpan.FromSeconds(1.5));
        expensive.IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public void After_a_429_no_request_is_sent_before_the_reported_time_and_expensive_ones_are_held_alone()
    {
        Permit permit = Fill(_expensive, 1)[0];
        permit.Answer(new KlaviyoRateLimitAnswer(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(20), []));

        _limiter.Describe("a").Single(state => state.Name == "dear").BlockedFor.Should().Be(TimeSpan.FromSeconds(20));
        Task<RateLimitLease> expensive = _limiter.AcquireAsync(_expensive).AsTask();
        Fill(_cheap, 1);
        _clock.Pass(TimeSpan.FromSeconds(19.9));
        expensive.IsCompleted.Should().BeFalse();
        _clock.Pass(TimeSpan.FromSeconds(0.1));
        expensive.IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public void Limits_are_learned_from_answers_upwards_downwards_and_for_new_windows()
    {
        Fill(_plain, 1)[0].Answer(Fine((1, 5, 4), (60, 60, null), (3600, 100, null))).Should().Equal(
            new LimitNotice(LimitNews.Changed, "GET /api/tags", TimeSpan.FromSeconds(1), 3, 5),
            new LimitNotice(LimitNews.Changed, "GET /api/tags", TimeSpan.FromHours(1), null, 100));

        Permit[] more = Fill(_plain, 4);
        _limiter.AttemptAcquire(_plain).IsAcquired.Should().BeFalse();
        _limiter.Describe("a").Single().Windows.Select(window => (window.Length.TotalSeconds, window.Limit)).Should().Equal((1, 5), (60, 60), (3600, 100));
        more[0].Answer(Fine((1, 1, 0))).Should().Contain(new LimitNotice(LimitNews.Changed, "GET /api/tags", TimeSpan.FromSeconds(1), 5, 1));
        _clock.Pass(TimeSpan.FromSeconds(1.5));
        Fill(_plain, 1);
        _limiter.AttemptAcquire(_plain).IsAcquired.Should().BeFalse();
    }

    [Fact]
    public void Permits_used_by_other_processes_count_also_in_the_longer_windows()
    {
        Permit permit = Fill(_plain, 1)[0];

        permit.Answer(Fine((1, 3, 0), (60, 60, null)));

        _limiter.AttemptAcquire(_plain).IsAcquired.Should().BeFalse("one is ours, and the two that are gone besides are somebody else's");
        KlaviyoRateLimitState state = _limiter.Describe("a").Single();
        state.Windows.Select(window => window.Remaining).Should().Equal(0, 57);
        state.Reported.Should().Equal(
            new KlaviyoRateLimitWindow(TimeSpan.FromSeconds(1), 3, 0, TimeSpan.Zero), new KlaviyoRateLimitWindow(TimeSpan.FromMinutes(1), 60, null, null));
        _clock.Pass(TimeSpan.FromSeconds(1));
        Fill(_plain, 3);
    }

    [Fact]
    public void Own_requests_are_never_taken_for_those_of_others()
    {
        Permit[] permits = Fill(_plain, 3);

        // They overtook each other: the first one sent was counted last.
        permits[0].Answer(Fine((1, 3, 0)));
        permits[2].Answer(Fine((1, 3, 2)));
        permits[1].Answer(Fine((1, 3, 1)));

        _limiter.Describe("a").Single().Windows.Select(window => window.Remaining).Should().Equal(0, 57);
    }

    [Fact]
    public void Accounts_are_apart_and_one_that_is_idle_is_forgotten()
    {
        for (int i = 0; i < 1000; i++)
        {
            Fill(_plain with { Account = $"{i}" }, 3);
            _clock.Pass(TimeSpan.FromMinutes(1));
        }

        _limiter.Count.Should().BeLessThan(100);
        _limiter.AttemptAcquire(_plain with { Account = "999" }).IsAcquired.Should().BeTrue();
    }

    [Fact]
    public async Task The_limiter_of_an_operation_is_a_rate_limiter_like_any_other()
    {
        AccountLimiter account = new(_clock);
        RateLimiter limiter = account.Find(_plain);
        limiter.IdleDuration.Should().NotBeNull();
        limiter.AttemptAcquire(0).IsAcquired.Should().BeTrue();
        for (int i = 0; i < 3; i++)
            (await limiter.AcquireAsync()).IsAcquired.Should().BeTrue();
        limiter.AttemptAcquire(0).IsAcquired.Should().BeFalse();
        limiter.IdleDuration.Should().BeNull();
        Task<RateLimitLease> waiting = limiter.AcquireAsync().AsTask();
        RateLimiterStatistics statistics = limiter.GetStatistics()!;
        (statistics.CurrentAvailablePermits, statistics.CurrentQueuedCount, statistics.TotalSuccessfulLeases).Should().Be((0, 1, 3));
        FluentActions.Invoking(() => limiter.AttemptAcquire(2)).Should().Throw<ArgumentOutOfRangeException>();

        await limiter.DisposeAsync();

        await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<ObjectDisposedException>();
        FluentActions.Invoking(() => limiter.AttemptAcquire()).Should().Throw<ObjectDisposedException>();
    }

    [Fact]
    public void A_request_counts_against_the_limits_of_its_expensive_parts()
    {
        ReadFacts profile = KlaviyoCatalogue.Newest.FindRead("/api/profiles/{id}")!;
        ReadFacts profiles = KlaviyoCatalogue.Newest.FindRead("/api/profiles")!;

        CallLimits.Of(profile, "/api/profiles/1?include=push-tokens").Should().Equal(new KlaviyoRateLimit("GET /api/profiles/{id}", 75, 750));
        CallLimits.Of(profile, "/api/profiles/1?fields%5Bprofile%5D=email&include=push-tokens%2Csegments").Should().Equal(
            new KlaviyoRateLimit("GET /api/profiles/{id}", 75, 750), new KlaviyoRateLimit("include=lists,segments", 1, 15));
        CallLimits.Of(profiles, "/api/profiles?additional-fields%5Bprofile%5D=predictive_analytics").Select(limit => limit.Name)
            .Should().Equal("GET /api/profiles", "additional-fields[profile]=predictive_analytics");
    }

    private static KlaviyoRateLimitAnswer Fine(params (int Seconds, int Limit, int? Remaining)[] windows) => new(
        HttpStatusCode.OK,
        null,
        [
            .. windows.Select(
                w => new KlaviyoRateLimitWindow(TimeSpan.FromSeconds(w.Seconds), w.Limit, w.Remaining, w.Remaining is null ? null : TimeSpan.Zero))
        ]);

    private Permit[] Fill(KlaviyoCall call, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => _limiter.AttemptAcquire(call).Should().BeOfType<Permit>().Which)];
}
