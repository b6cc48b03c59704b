using KlaviyoLinq.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets.Hosting;

internal static class AddingTokens
{
    [Snippet("oauth")]
    internal static async Task RunAsync(Stage stage)
    {
        WebApplicationBuilder builder = Applications.Begin(stage, "eu");
        builder.Configuration.AddInMemoryCollection([new("Klaviyo:eu:ApiKey", "")]);
        builder.Services.AddSingleton<ITokenStore, OneToken>();
        // snippet: oauth
        builder.Services.AddKlaviyo("eu", builder.Configuration).UseTokenProvider<ShopTokens>();
        // end snippet
        await using WebApplication app = builder.Build();
        await Applications.AskAsync(app.Services, "eu");
        ReceivedRequest request = stage.Emulator.Requests[^1];
        Console.WriteLine(request.Headers["Authorization"]);
    }
}
