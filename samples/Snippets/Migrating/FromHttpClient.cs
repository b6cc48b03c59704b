using KlaviyoLinq;

namespace Snippets.Migrating;

internal static class FromHttpClient
{
    [Snippet("pages")]
    internal static async Task PagesAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        DateTimeOffset since = new(2026, 6, 30, 0, 0, 0, TimeSpan.Zero);
        // snippet: pages
        var recent = klaviyo.Profiles
            .Where(p => p.Created > since)
            .OrderByDescending(p => p.Created)
            .Select(p => new { p.Email, p.Location.City });

        await foreach (var profile in recent)
            Console.WriteLine($"{profile.Email} {profile.City}");
        // end snippet
    }

    [Snippet("included")]
    internal static async Task IncludedAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        // snippet: included
        await foreach (var e in klaviyo.Events.OrderByDescending(e => e.Datetime).Select(e => new { e.Datetime, e.Metric.Name }).Take(3))
            Console.WriteLine($"{e.Datetime:u} {e.Name}");
        // end snippet
    }

    [Snippet("values")]
    internal static async Task ValuesAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        await Task.CompletedTask;
        // snippet: values
        string name = "Ben's \"best\", 2026";
        Console.WriteLine(klaviyo.Lists.Where(l => l.Name == name).Explain());
        // end snippet
    }

    [Snippet("your-own-client")]
    internal static async Task OwnClientAsync(Stage stage)
    {
        // snippet: your-own-client
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = 4 };
        var options = new KlaviyoOptions { ApiKey = "pk_your_private_key", HttpMessageHandler = handler };
        // end snippet
        await using KlaviyoContext klaviyo = stage.Query(options);
        await klaviyo.Lists.FirstAsync();
        handler.Dispose();
    }
}
