using KlaviyoLinq;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;
using KlaviyoLinq.Testing;

namespace Snippets.Limits;

internal static class LimitState
{
    [Snippet("the-state-of-the-limits")]
    internal static async Task RunAsync(Stage stage)
    {
        // A clock that stands: on a busy machine a second may pass before the state is printed.
        await using KlaviyoContext klaviyo = stage.Emulator.CreateContext(o => o.TimeProvider = EmulatorClock.Standing());
        await klaviyo.Profiles.FirstAsync();
        // snippet: the-state-of-the-limits
        foreach (KlaviyoRateLimitState limit in klaviyo.RateLimits)          // what this process has counted, by limit
            Console.WriteLine($"{limit.Name}: {string.Join(", ", limit.Windows)}, {limit.Waiting} wait");

        await foreach (KlaviyoPage<Profile> page in klaviyo.Profiles.AsPages())
            Console.WriteLine(string.Join(", ", page.RateLimit));            // what this answer's headers said
        // end snippet
    }
}
