// snippet: getting-started
using KlaviyoLinq;
// end snippet

namespace Snippets.Readme;

internal static class GettingStarted
{
    [Snippet("getting-started")]
    internal static async Task RunAsync(Stage stage)
    {
        await ConnectAsync();
        await QueryAsync(stage.Klaviyo);
    }

    private static async Task ConnectAsync()
    {
        // snippet: getting-started
        await using var klaviyo = new KlaviyoContext(Environment.GetEnvironmentVariable("KLAVIYO_API_KEY") ?? "pk_your_private_key");
        // end snippet
        klaviyo.Lists.ToRequestUri();
    }

    private static async Task QueryAsync(KlaviyoContext klaviyo)
    {
        // snippet: getting-started
        var newest = klaviyo.Profiles
            .OrderByDescending(p => p.Created)
            .Select(p => new { p.Email, p.Location.City, p.Created })
            .Take(10);

        Console.WriteLine(newest.ToRequestUri());
        await foreach (var row in newest)
            Console.WriteLine($"{row.Created:d} {row.Email} {row.City}");

        foreach (var list in await klaviyo.Lists.OrderBy(l => l.Name).ToListAsync())
            Console.WriteLine(list.Name);
        // end snippet
    }
}
