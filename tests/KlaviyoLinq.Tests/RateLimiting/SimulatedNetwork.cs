using System.Net;
using System.Threading.RateLimiting;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Emulator.RateLimiting;
using KlaviyoLinq.RateLimiting;

namespace KlaviyoLinq.Tests.RateLimiting;

/// <summary>The library's limiter on one side, the emulator's windows on the other, and a network between them whose delays are chance.</summary>
internal sealed class SimulatedNetwork(VirtualClock clock, int seed, TimeSpan shortest, TimeSpan longest)
{
    private readonly Random _chance = new(seed);
    private readonly RequestCounts _server = new(new RateLimitSettings(), seed, clock);

    internal AccountLimiters Limiter { get; } = new(clock);

    internal int Taken { get; private set; }

    internal int Refused { get; private set; }

    /// <summary>Arrival times of the requests, in order.</summary>
    internal List<TimeSpan> Arrivals { get; } = [];

    /// <summary>Time of the last wanted request.</summary>
    internal TimeSpan Last { get; private set; }

    internal static KlaviyoCall Call(ReadFacts operation, string query = "", string account = "a") =>
        new(account, operation.ToString(), CallLimits.Of(operation, operation.Path + query));

    /// <summary>Sends requests one after the other until so many have been taken in all.</summary>
    internal async Task WorkAsync(ReadFacts operation, int wanted, RunTurn? turn = null, bool isPaced = false)
    {
        while (Taken < wanted)
            await SendAsync(operation, wanted, new PermitRequest(turn ?? new RunTurn(), isPaced, TimeSpan.MaxValue));
    }

    /// <summary>Sends one request.</summary>
    /// <returns>How long it waited for its permit.</returns>
    internal async Task<TimeSpan> SendAsync(ReadFacts operation, int wanted, PermitRequest request)
    {
        TimeSpan asked = clock.Elapsed;
        Permit permit = (Permit)await Limiter.AcquireAsync(Call(operation), request, CancellationToken.None);
        TimeSpan wait = clock.Elapsed - asked;
        permit.Send();
        await DelayAsync();
        Arrivals.Add(clock.Elapsed);
        RateLimitVerdict verdict = _server.Count("a", operation, CountedLimit.Of(operation, []));
        if (verdict.RetryAfter is not null)
            Refused++;
        else if (++Taken == wanted)
            Last = clock.Elapsed;
        await DelayAsync();
        permit.Answer(Answer(verdict));
        return wait;
    }

    /// <summary>Rate-limit headers that the emulator would send.</summary>
    private static KlaviyoRateLimitAnswer Answer(RateLimitVerdict verdict) => verdict.RetryAfter is { } wait
        ? new(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(wait.TotalSeconds))), [])
        : new(HttpStatusCode.OK, null,
        [
            new(TimeSpan.FromSeconds(1), verdict.Limit.Burst, verdict.Remaining, TimeSpan.FromSeconds(Math.Floor(verdict.Reset.TotalSeconds))),
            new(TimeSpan.FromMinutes(1), verdict.Limit.Steady, null, null),
        ]);

    private async Task DelayAsync() => await Task.Delay(shortest + ((longest - shortest) * _chance.NextDouble()), clock);
}
