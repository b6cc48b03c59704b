using KlaviyoLinq;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;

namespace Snippets.Limits;

internal static class Retries
{
    [Snippet("retry-options")]
    internal static async Task OptionsAsync(Stage stage)
    {
        // snippet: retry-options
        var options = new KlaviyoOptions
        {
            ApiKey = "pk_your_private_key",
            Timeout = TimeSpan.FromSeconds(30),          // one attempt, body included
            TotalTimeout = TimeSpan.FromMinutes(5),      // a page with all its attempts
            Retry = { MaxRetries = 2, MaxRetryAfter = TimeSpan.FromSeconds(30) },
        };
        // end snippet
        stage.Emulator.Faults.On("GET /api/profiles").First(2).Reset();
        await using KlaviyoContext klaviyo = stage.Query(options);
        await klaviyo.Profiles.FirstAsync();
    }

    [Snippet("come-back-later")]
    internal static async Task ComeBackAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        Schedule schedule = new();
        stage.Emulator.Faults.On("GET /api/profiles").Respond(429, retryAfter: TimeSpan.FromMinutes(10));
        // snippet: come-back-later
        try
        {
            await klaviyo.Profiles.ForEachAsync(p => Console.WriteLine(p.Email));
        }
        catch (KlaviyoRateLimitException limited) when (limited.RetryAt is { } time)
        {
            schedule.RunAgain(time);
        }
        // end snippet
        Console.WriteLine(schedule.IsSet);
    }
}
