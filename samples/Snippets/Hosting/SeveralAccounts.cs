using KlaviyoLinq;
using KlaviyoLinq.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets.Hosting;

internal static class SeveralAccounts
{
    [Snippet("several-accounts")]
    internal static async Task RunAsync(Stage stage)
    {
        WebApplicationBuilder builder = Applications.Begin(stage, "eu", "us");
        // snippet: several-accounts
        builder.Services.AddKlaviyo("eu", builder.Configuration);   // the section Klaviyo:eu
        builder.Services.AddKlaviyo("us", builder.Configuration);

        var app = builder.Build();
        app.MapGet("/lists", ([FromKeyedServices("eu")] KlaviyoContext klaviyo, CancellationToken cancel) =>
            klaviyo.Lists.OrderBy(l => l.Name).Select(l => new { l.Id, l.Name }).ToListAsync(cancel));
        // end snippet
        await app.StartAsync();
        using HttpClient client = new() { BaseAddress = new Uri(app.Urls.First()) };
        string lists = await client.GetStringAsync("/lists");
        Console.WriteLine(lists[..lists.IndexOf('}', StringComparison.Ordinal)]);
        await Applications.AskAsync(app.Services, "us");
        await app.DisposeAsync();
    }

    [Snippet("an-account-by-name")]
    internal static async Task ByNameAsync(Stage stage)
    {
        WebApplicationBuilder builder = Applications.Begin(stage, "eu");
        builder.Services.AddKlaviyo("eu", builder.Configuration);
        await using WebApplication app = builder.Build();
        IKlaviyoContextFactory accounts = app.Services.GetRequiredService<IKlaviyoContextFactory>();
        string name = "eu";
        // snippet: an-account-by-name
        await using KlaviyoContext klaviyo = accounts.CreateContext(name);
        // end snippet
        await klaviyo.Lists.FirstAsync();
    }
}
