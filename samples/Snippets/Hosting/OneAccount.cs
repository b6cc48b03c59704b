using KlaviyoLinq;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Snippets.Hosting;

internal static class OneAccount
{
    [Snippet("add-klaviyo")]
    internal static async Task FromConfigurationAsync(Stage stage)
    {
        WebApplicationBuilder builder = Applications.Begin(stage);
        // snippet: add-klaviyo
        builder.Services.AddKlaviyo(builder.Configuration);
        // end snippet
        await using WebApplication app = builder.Build();
        await app.StartAsync();
        await Applications.AskAsync(app.Services);
    }

    [Snippet("wrong-settings")]
    internal static async Task WrongSettingsAsync(Stage stage)
    {
        await StartAsync(stage, "Klaviyo:ApiKye", "pk_your_private_key");
        await StartAsync(stage, "Klaviyo:Retry:MaxRetries", "-1");
    }

    private static async Task StartAsync(Stage stage, string setting, string value)
    {
        WebApplicationBuilder builder = Applications.Begin(stage);
        builder.Configuration.AddInMemoryCollection([new(setting, value)]);
        builder.Services.AddKlaviyo(builder.Configuration);
        await using WebApplication app = builder.Build();
        try
        {
            await app.StartAsync();
        }
        catch (OptionsValidationException wrong)
        {
            Console.WriteLine(string.Join('\n', wrong.Failures));
        }
    }

    [Snippet("options-from-code")]
    internal static async Task FromCodeAsync(Stage stage)
    {
        WebApplicationBuilder builder = Applications.Begin(stage);
        // snippet: options-from-code
        builder.Services.AddKlaviyo(builder.Configuration, o => o.Prefetch = true);
        // end snippet
        await using WebApplication app = builder.Build();
        await Applications.AskAsync(app.Services);
    }
}
