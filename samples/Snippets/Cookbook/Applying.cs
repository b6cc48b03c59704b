using System.Globalization;
using KlaviyoLinq;
using KlaviyoLinq.Model;
using Microsoft.Extensions.Logging;

namespace Snippets.Cookbook;

internal static class Applying
{
    [Snippet("cookbook-csv")]
    internal static async Task CsvAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        using StringWriter file = new();
        // snippet: cookbook-csv
        await foreach (var p in klaviyo.Lists["Y6nRLr"].Profiles.Select(p => new { p.Id, p.Email, p.Created }))
            await file.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{p.Id},\"{p.Email?.Replace("\"", "\"\"")}\",{p.Created:O}"));
        // end snippet
        Console.WriteLine(file.ToString().Split('\n').Length);
    }

    [Snippet("cookbook-web-page")]
    internal static async Task WebPageAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        CancellationToken cancel = CancellationToken.None;
        string? token = null;
        for (int i = 0; i < 2; i++)
            token = (await PageAsync()).Next;

        // snippet: cookbook-web-page
        async Task<(IReadOnlyList<Profile> Rows, string? Next)> PageAsync()
        {
            KlaviyoCheckpoint? after = token is null ? null : KlaviyoCheckpoint.Parse(token);    // the token comes from the browser
            await foreach (var page in klaviyo.Profiles.OrderByDescending(p => p.Created).PageSize(50).ResumeFrom(after).AsPages().WithCancellation(cancel))
                return (page.Items, page.Cursor is null ? null : page.Checkpoint.Serialize());   // one request for each page shown
            return ([], null);
        }
        // end snippet
        Console.WriteLine(token is { Length: > 0 });
    }

    [Snippet("cookbook-cancellation")]
    internal static async Task CancellationAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        // snippet: cookbook-cancellation
        using var source = new CancellationTokenSource(TimeSpan.FromMinutes(1));

        List<Profile> profiles = await klaviyo.Profiles.ToListAsync(source.Token);
        await foreach (var profile in klaviyo.Profiles.AsAsyncEnumerable().WithCancellation(source.Token))
            Console.WriteLine(profile.Email);
        // end snippet
        ArgumentOutOfRangeException.ThrowIfZero(profiles.Count);
    }

    [Snippet("cookbook-logging")]
    internal static async Task LoggingAsync(Stage stage)
    {
        // snippet: cookbook-logging
        using ILoggerFactory loggers = LoggerFactory.Create(b => b.AddConsole().SetMinimumLevel(LogLevel.Debug));
        var options = new KlaviyoOptions { ApiKey = "pk_your_private_key", LoggerFactory = loggers };
        // end snippet
        await using KlaviyoContext klaviyo = stage.Query(options);
        await klaviyo.Lists.FirstAsync();
    }

    [Snippet("cookbook-webhook")]
    internal static Task WebhookAsync(Stage stage)
    {
        byte[] body = "{}"u8.ToArray();
        Console.WriteLine(WebhookSignature.IsValid("secret", body, "1750000000", WebhookSignature.Sign("secret", body, "1750000000")));
        return Task.CompletedTask;
    }
}
