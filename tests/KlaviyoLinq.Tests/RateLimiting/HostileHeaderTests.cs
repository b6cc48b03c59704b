using System.Net;
using CsCheck;
using KlaviyoLinq.Http;
using KlaviyoLinq.RateLimiting;

namespace KlaviyoLinq.Tests.RateLimiting;

/// <summary>Tests that limits learned from headers are bounded and expire, whatever the headers say.</summary>
public sealed class HostileHeaderTests
{
    private static readonly string[] _numbers =
    [
        "0", "1", "-1", "2", "60", "86400", "86401", "1000000", "1000001", "2147483647", "2147483648", "99999999999999999999", "NaN", "Infinity",
        "1e9", "0x10", "", " 7 "
    ];

    private static readonly KlaviyoCall _call = new("a", "GET /api/tags", [new("GET /api/tags", 3, 60)]);

    [Fact]
    public void After_any_headers_an_operation_is_open_within_ten_minutes_and_the_catalogues_limits_hold_again() =>
        Gen.Select(Gen.Int[0, _numbers.Length - 1].Array[1, 40], Gen.Int[1, 20]).Sample(
            (picks, answers) =>
            {
                VirtualClock clock = new();
                AccountLimiters limiter = new(clock);
                for (int i = 0; i < answers; i++)
                {
                    if (limiter.AttemptAcquire(_call) is Permit permit)
                        permit.Answer(new KlaviyoRateLimitAnswer(HttpStatusCode.OK, null, Windows(picks, i)));
                    clock.Pass(TimeSpan.FromMilliseconds(300));
                }

                bool isBounded = limiter.Describe("a").Single().Windows is { Count: <= 8 } windows
                    && windows.All(window => window.Length <= TimeSpan.FromDays(1));
                clock.Pass(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(61));
                return isBounded
                    && limiter.AttemptAcquire(_call).IsAcquired
                    && limiter.Describe("a")
                    .Single().Windows.Select(window => (window.Length.TotalSeconds, window.Limit, window.Remaining))
                    .SequenceEqual([(1, 3, 2), (60, 60, 59)]);
            },
            iter: 2_000);

    [Fact]
    public void A_number_from_an_answer_is_believed_until_ten_minutes_after_the_last_answer_that_repeats_it_and_is_news_once()
    {
        VirtualClock clock = new();
        AccountLimiters limiter = new(clock);
        Learn().Should().HaveCount(1);
        for (int i = 0; i < 5; i++)
        {
            clock.Pass(TimeSpan.FromMinutes(9));
            Learn().Should().BeEmpty();
            Limit().Should().Be(40);
        }

        clock.Pass(TimeSpan.FromMinutes(10));

        Limit().Should().Be(60);
        Learn().Should().BeEmpty();
        Limit().Should().Be(40);

        IReadOnlyList<LimitNotice> Learn() =>
            ((Permit)limiter.AttemptAcquire(_call)).Answer(new KlaviyoRateLimitAnswer(HttpStatusCode.OK, null, [new(TimeSpan.FromMinutes(1), 40, null, null)]));

        int Limit() => limiter.Describe("a").Single().Windows.Single(window => window.Length == TimeSpan.FromMinutes(1)).Limit;
    }

    private static IReadOnlyList<KlaviyoRateLimitWindow> Windows(int[] picks, int offset)
    {
        using HttpResponseMessage answer = new();
        string Number(int i) => _numbers[picks[(offset + i) % picks.Length]];
        answer.Headers.TryAddWithoutValidation(
            "RateLimit-Limit", $"{Number(0)}, {Number(1)};w={Number(2)}, {Number(0)};w={Number(3)}, {Number(4)};w={offset + 2}");
        answer.Headers.TryAddWithoutValidation("RateLimit-Remaining", Number(5));
        answer.Headers.TryAddWithoutValidation("RateLimit-Remaining", Number(6));
        answer.Headers.TryAddWithoutValidation("RateLimit-Reset", Number(7));
        return RateLimitHeaders.Read(answer.Headers);
    }
}
