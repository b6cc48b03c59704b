using System.Net;
using KlaviyoLinq.RateLimiting;

namespace KlaviyoLinq.Tests.RateLimiting;

/// <summary>Use of a limit by other clients, as answers report it: believed until requests show that it cannot be so.</summary>
public sealed class ReportedUseTests
{
    private static readonly KlaviyoCall _call = new("a", "GET /api/tags", [new("GET /api/tags", 10, 60)]);

    private readonly VirtualClock _clock = new();
    private readonly AccountLimiters _limiter;

    public ReportedUseTests() => _limiter = new AccountLimiters(_clock);

    [Fact]
    public void A_second_report_of_a_used_up_limit_contradicts_the_first_and_is_not_believed()
    {
        Report(remaining: 0)
            .Should().ContainSingle().Which.Should().Be(new LimitNotice(LimitNews.UsedByOthers, "GET /api/tags", TimeSpan.FromSeconds(1), 10, 0));
        IsOpen().Should().BeFalse();
        _clock.Pass(TimeSpan.FromSeconds(1));

        Report(remaining: 0).Should().ContainSingle().Which.News.Should().Be(LimitNews.Contradicted);

        for (int i = 0; i < 9; i++)
            Report(remaining: 0).Should().BeEmpty();
        IsOpen().Should().BeFalse("ten requests of our own were sent in this second");
        _limiter.Describe("a").Single().Windows.Select(window => window.Remaining).Should().Equal(0, 49);
    }

    [Fact]
    public void Requests_that_were_sent_before_the_first_report_contradict_nothing()
    {
        Permit[] permits = [.. Enumerable.Range(0, 3).Select(_ => Acquire())];

        foreach (Permit permit in permits)
            permit.Answer(Answer(remaining: 0)).Should().NotContain(notice => notice.News == LimitNews.Contradicted);

        IsOpen().Should().BeFalse();
    }

    [Fact]
    public void A_report_that_own_requests_explain_ends_the_doubt()
    {
        for (int i = 0; i < 5; i++)
        {
            Report(remaining: 0);
            IsOpen().Should().BeFalse("it is believed");
            _clock.Pass(TimeSpan.FromSeconds(1));
            Report(remaining: 9).Should().BeEmpty();
            _clock.Pass(TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public void A_refusal_shows_that_reports_are_to_be_believed_again()
    {
        Contradict();

        Acquire().Answer(new KlaviyoRateLimitAnswer(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1), []));

        _clock.Pass(TimeSpan.FromSeconds(1));
        Report(remaining: 0);
        IsOpen().Should().BeFalse();
    }

    [Fact]
    public void Reports_are_believed_again_after_ten_minutes()
    {
        Contradict();
        _clock.Pass(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(2));
        Report(remaining: 0).Should().BeEmpty();
        IsOpen().Should().BeTrue();

        _clock.Pass(TimeSpan.FromSeconds(2));

        Report(remaining: 0).Should().ContainSingle().Which.News.Should().Be(LimitNews.UsedByOthers);
        IsOpen().Should().BeFalse();
    }

    [Fact]
    public void A_longer_window_that_only_reports_on_a_shorter_one_have_filled_takes_one_request_at_a_time()
    {
        for (int i = 0; i < 10; i++)
        {
            Report(remaining: 1);
            _clock.Pass(TimeSpan.FromSeconds(1));
        }

        _limiter.Describe("a").Single().Windows[1].Remaining.Should().Be(0);
        Permit next = Acquire();
        IsOpen().Should().BeFalse("one is in flight, which will show how it is");
        next.Answer(new KlaviyoRateLimitAnswer(HttpStatusCode.OK, null, []));
        IsOpen().Should().BeTrue();
    }

    private void Contradict()
    {
        Report(remaining: 0);
        _clock.Pass(TimeSpan.FromSeconds(1));
        Report(remaining: 0).Should().ContainSingle().Which.News.Should().Be(LimitNews.Contradicted);
    }

    private IReadOnlyList<LimitNotice> Report(int remaining) => Acquire().Answer(Answer(remaining));

    private static KlaviyoRateLimitAnswer Answer(int remaining) =>
        new(HttpStatusCode.OK, null, [new(TimeSpan.FromSeconds(1), 10, remaining, TimeSpan.Zero), new(TimeSpan.FromMinutes(1), 60, null, null)]);

    private Permit Acquire() => _limiter.AttemptAcquire(_call).Should().BeOfType<Permit>().Which;

    /// <summary>Returns whether a request would be let pass. None is sent.</summary>
    private bool IsOpen()
    {
        if (_limiter.AttemptAcquire(_call) is not Permit permit)
            return false;
        permit.TakeBack();
        return true;
    }
}
