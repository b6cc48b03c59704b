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
        WebApplicationBuilder builder = Applications.Begin(stage);
        builder.Configuration.AddInMemoryCollection([new("Klaviyo:Retry:MaximumAttempts", "0"), new("Klaviyo:ApiKye", "pk_your_private_key")]);
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
        IConfiguration configuration = builder.Configuration;
        // snippet: options-from-code
        builder.Services.AddKlaviyo(configuration, o => o.Prefetch = true);
        // end snippet
        await using WebApplication app = builder.Build();
        await Applications.AskAsync(app.Services);
    }
}
