using System.Net;
using CsCheck;
using KlaviyoLinq.RateLimiting;

namespace KlaviyoLinq.Tests.RateLimiting;

/// <summary>
/// Limit of a window, wherever it begins: no window counts more requests than its limit, with delays, answers out of order, cancelled waits and attempts
/// without an answer.
/// </summary>
public sealed class AnyWindowTests
{
    // What decision 0013 promises, written out: were it taken from the guard, no guard would be too short.
    private static readonly TimeSpan _longestDelay = TimeSpan.FromMilliseconds(500);

    [Fact]
    public void No_window_of_any_phase_is_ever_exceeded() =>
        Gen.Select(Gen.Int[1, 6], Gen.Int[1, 25], Gen.Int[0, 30], Gen.Int[1, 12], Gen.Int[0, 100_000], Gen.Bool).Sample(
            (burst, steady, daily, workers, seed, isSlow) =>
            {
                KlaviyoRateLimit own = new("own", burst, steady, daily);
                KlaviyoRateLimit expensive = new("dear", Math.Max(1, burst / 2), Math.Max(1, steady / 2));
                VirtualClock clock = new();
                AccountLimiters limiter = new(clock);
                Random chance = new(seed);
                List<(long Arrival, bool IsExpensive)> arrivals = [];
                int begun = 0;

                new OneThread(clock).Run(() => Task.WhenAll(Enumerable.Range(0, workers).Select(_ => WorkAsync())));

                long[] all = [.. arrivals.Select(a => a.Arrival).Order()];
                long[] some = [.. arrivals.Where(a => a.IsExpensive).Select(a => a.Arrival).Order()];
                return Keeps(all, own) && Keeps(some, expensive) && arrivals.Count > 0;

                async Task WorkAsync()
                {
                    while (begun++ < 60)
                    {
                        bool isExpensive = chance.Next(3) == 0;
                        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(chance.Next(5) == 0 ? chance.Next(1, 3) : 1_000_000), clock);
                        Permit permit;
                        try
                        {
                            permit = (Permit)await limiter.AcquireAsync(new KlaviyoCall("a", "own", isExpensive ? [own, expensive] : [own]), 1, patience.Token);
                        }
                        catch (OperationCanceledException)
                        {
                            continue;
                        }

                        permit.Send();
                        await Task.Delay(Chance(_longestDelay), clock);
                        arrivals.Add((clock.GetTimestamp(), isExpensive));
                        await Task.Delay(Chance(isSlow ? TimeSpan.FromSeconds(3) : _longestDelay), clock);
                        if (chance.Next(10) > 0)
                            permit.Answer(new KlaviyoRateLimitAnswer(HttpStatusCode.OK, null, []));
                        else
                            permit.Dispose();
                    }
                }

                TimeSpan Chance(TimeSpan longest) => TimeSpan.FromTicks(chance.NextInt64(longest.Ticks + 1));
            },
            iter: 400);

    /// <summary>More than the limit within less than a window's length is what some phase would count.</summary>
    private static bool Keeps(long[] arrivals, KlaviyoRateLimit limit) =>
        Keeps(arrivals, limit.Burst, TimeSpan.FromSeconds(1))
            && Keeps(arrivals, limit.Steady, TimeSpan.FromMinutes(1))
            && Keeps(arrivals, limit.Daily, TimeSpan.FromDays(1));

    private static bool Keeps(long[] arrivals, int limit, TimeSpan length)
    {
        for (int i = limit; limit > 0 && i < arrivals.Length; i++)
            if (arrivals[i] - arrivals[i - limit] < length.Ticks)
                return false;
        return true;
    }
}
