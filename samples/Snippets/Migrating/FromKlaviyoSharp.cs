using KlaviyoLinq;
using KlaviyoLinq.Model;

namespace Snippets.Migrating;

internal static class FromKlaviyoSharp
{
    [Snippet("contexts")]
    internal static async Task ContextsAsync(Stage stage)
    {
        await Task.CompletedTask;
        // snippet: contexts
        await using var klaviyo = new KlaviyoContext("pk_your_private_key");
        await using var site = new KlaviyoClientContext("ABC123");      // the public operations, by company id
        // end snippet
        klaviyo.Profiles.ToRequestUri();
        site.Reviews.ToRequestUri();
    }

    [Snippet("filter-and-sort")]
    internal static async Task FilterAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        // snippet: filter-and-sort
        DateTimeOffset day = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

        List<Profile> profiles = await klaviyo.Profiles
            .Where(p => p.Email == "jane@example.com" && p.Updated > day)
            .OrderBy(p => p.Updated)
            .ToListAsync();

        Console.WriteLine(profiles[0].FirstName);
        // end snippet
    }

    [Snippet("one-with-its-lists")]
    internal static async Task OneAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        string id = (await klaviyo.Profiles.SingleAsync(p => p.Email == "jane@example.com")).Id;
        stage.Emulator.ClearRequests();
        // snippet: one-with-its-lists
        Profile profile = await klaviyo.Profiles[id].Include(p => p.Lists).SingleAsync();
        Console.WriteLine(string.Join(", ", profile.Lists.Select(l => l.Name)));
        // end snippet
    }

    [Snippet("members")]
    internal static async Task MembersAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        // snippet: members
        List<Profile> members = await klaviyo.Lists["Y6nRLr"].Profiles.ToListAsync();
        List<string> ids = await klaviyo.Lists["Y6nRLr"].Profiles.Select(p => p.Id).ToListAsync();
        // end snippet
        Console.WriteLine($"{members.Count} {ids.Count}");
    }

    [Snippet("retries-and-waits")]
    internal static async Task RetriesAsync(Stage stage)
    {
        // snippet: retries-and-waits
        var options = new KlaviyoOptions
        {
            ApiKey = "pk_your_private_key",
            Retry = { MaxRetries = 10, MaxRetryAfter = TimeSpan.FromSeconds(60) },
        };
        // end snippet
        await using KlaviyoContext klaviyo = stage.Query(options);
        await klaviyo.Lists.FirstAsync();
    }
}
