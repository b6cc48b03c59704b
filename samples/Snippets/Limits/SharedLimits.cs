// snippet: a-limiter-of-your-own
using System.Threading.RateLimiting;
// end snippet
using KlaviyoLinq;

namespace Snippets.Limits;

internal static class SharedLimits
{
    [Snippet("a-limiter-of-your-own")]
    internal static async Task RunAsync(Stage stage)
    {
        // snippet: a-limiter-of-your-own
        using var half = PartitionedRateLimiter.Create<KlaviyoCall, string>(call => RateLimitPartition.GetSlidingWindowLimiter(call.Operation, _ => new()
        {
            PermitLimit = Math.Max(1, call.Limits[0].Steady / 2), Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 60, QueueLimit = int.MaxValue,
        }));

        var options = new KlaviyoOptions { ApiKey = "pk_your_private_key", RateLimiter = half };
        // end snippet
        await using KlaviyoContext klaviyo = stage.Query(options);
        await klaviyo.Profiles.FirstAsync();
    }
}
