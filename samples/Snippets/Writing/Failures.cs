using KlaviyoLinq;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace Snippets.Writing;

internal static class Failures
{
    [Snippet("unknown-outcome")]
    internal static async Task UnknownAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        stage.Emulator.Faults.On("POST /api/lists").LoseAnswer();
        // snippet: unknown-outcome
        try
        {
            await klaviyo.Lists.CreateAsync(new List { Name = "VIPs" });
        }
        catch (KlaviyoUnknownOutcomeException unknown) when (unknown.CanResolve)
        {
            KlaviyoResolution found = await unknown.ResolveAsync();
            Console.WriteLine(found switch
            {
                { IsSaved: true } => "The list was created: go on with found.Id.",
                { IsAmbiguous: true } => "Several lists have the name: look at them.",
                _ => "No such list yet: wait, and ask again before you create it again.",
            });
        }
        // end snippet
    }

    [Snippet("failed-command")]
    internal static async Task FailAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        // snippet: failed-command
        try
        {
            await klaviyo.Profiles.CreateAsync(new Profile { Email = "ada@example.com" });
        }
        catch (KlaviyoDuplicateProfileException duplicate)    // 409: go on with the one that exists
        {
            Profile known = await klaviyo.Profiles[duplicate.DuplicateProfileId].GetAsync();
            Console.WriteLine($"{known.FirstName} is known.");
        }
        catch (KlaviyoValidationException invalid)            // 400: the members by their C# names
        {
            foreach (KlaviyoError error in invalid.Errors)
                Console.WriteLine($"{error.Member}: {error.Detail}");
        }
        // end snippet
    }
}
