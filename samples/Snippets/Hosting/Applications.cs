using KlaviyoLinq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Snippets.Hosting;

/// <summary>The applications that pages speak of: their settings, and where their accounts are emulated.</summary>
internal static class Applications
{
    /// <summary>An application with the settings of the page, and those that let it ask the emulator.</summary>
    internal static WebApplicationBuilder Begin(Stage stage, params string[] accounts)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "Hosting", "appsettings.json"));
        foreach (string section in accounts.DefaultIfEmpty(""))
            builder.Configuration.AddInMemoryCollection(
            [
                new($"Klaviyo:{section}:BaseAddress".Replace("::", ":", StringComparison.Ordinal), stage.Emulator.BaseAddress.ToString()),
                .. section.Length > 0
                    ? [new KeyValuePair<string, string?>($"Klaviyo:{section}:ApiKey", $"pk_{section}")]
                    : Array.Empty<KeyValuePair<string, string?>>(),
            ]);
        return builder;
    }

    /// <summary>Asks each account for something, the unnamed one or those of the names.</summary>
    internal static async Task AskAsync(IServiceProvider services, params string[] accounts)
    {
        foreach (string name in accounts.DefaultIfEmpty(""))
        {
            KlaviyoContext klaviyo = name.Length == 0 ? services.GetRequiredService<KlaviyoContext>() : services.GetRequiredKeyedService<KlaviyoContext>(name);
            await klaviyo.Lists.FirstAsync(l => l.Name == "Newsletter");
        }
    }
}
