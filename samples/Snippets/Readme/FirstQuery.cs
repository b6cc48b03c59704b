// snippet: a-query
using KlaviyoLinq;
// end snippet

namespace Snippets.Readme;

internal static class FirstQuery
{
    [Snippet("a-query")]
    internal static async Task RunAsync(Stage stage)
    {
        await ConnectAsync();
        await QueryAsync(stage.Klaviyo);
    }

    private static async Task ConnectAsync()
    {
        // snippet: a-query
        await using var klaviyo = new KlaviyoContext("pk_your_private_key");
        // end snippet
        klaviyo.Profiles.ToRequestUri();
    }

    private static async Task QueryAsync(KlaviyoContext klaviyo)
    {
        // snippet: a-query
        DateTimeOffset since = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        var recent = klaviyo.Profiles
            .Where(p => p.Created > since)
            .OrderByDescending(p => p.Created)
            .Select(p => new { p.Email, p.Location.City });

        await foreach (var row in recent)                       // page after page, as they come; memory stays flat
            Console.WriteLine($"{row.Email} {row.City}");

        var list = await klaviyo.Lists.FirstAsync(l => l.Name == "Newsletter");
        var members = await klaviyo.Lists[list.Id].Profiles.Where(p => p.JoinedGroupAt > since).CountAsync();
        Console.WriteLine($"{list.Name}: {members} new members");
        // end snippet
    }
}
