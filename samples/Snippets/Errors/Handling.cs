// snippet: handling-errors
using KlaviyoLinq;
using KlaviyoLinq.Errors;
// end snippet
using KlaviyoLinq.Model;
using Snippets.Limits;

namespace Snippets.Errors;

internal static class Handling
{
    [Snippet("handling-errors")]
    internal static async Task RunAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        stage.Emulator.Faults.OnAny().From(3).Respond(400);
        Schedule schedule = new();
        KlaviyoCheckpoint? reached = null;
        // snippet: handling-errors
        try
        {
            await foreach (Profile profile in klaviyo.Profiles.OrderBy(p => p.Created))
                Import(profile);
        }
        catch (KlaviyoAuthenticationException)            // 401: the key was deleted
        {
            throw;
        }
        catch (KlaviyoPermissionException forbidden)      // 403: the key lacks a scope, or the account a feature
        {
            Console.WriteLine($"Make a key with {string.Join(", ", forbidden.RequiredScopes)}");
        }
        catch (KlaviyoRateLimitException limited) when (limited.RetryAt is { } time)
        {
            schedule.RunAgain(time);
        }
        catch (KlaviyoException failure)                  // everything else between a query and its rows
        {
            Console.WriteLine($"{failure.GetType().Name} of {failure.Operation}, page {failure.Page}, after {failure.ItemsYielded} rows");
            reached = failure.Checkpoint;                 // ResumeFrom(reached) goes on behind the last row
        }
        // end snippet
        ArgumentNullException.ThrowIfNull(reached);
    }

    private static void Import(Profile profile) => ArgumentNullException.ThrowIfNull(profile.Id);
}
