using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KlaviyoLinq.Benchmarks.Emulating;

/// <summary>
/// The fastest emulator there could be: it has walked through another server's pages and sends the same bytes again, without routing, logging or any
/// thought beyond finding them by their address.
/// </summary>
internal static class LearntServer
{
    internal const string Command = "learn";

    /// <param name="original">The server whose pages are learnt.</param>
    /// <param name="targets">The first pages, from which the next links lead on.</param>
    internal static async Task RunAsync(Uri original, IEnumerable<string> targets)
    {
        Dictionary<string, byte[]> pages = new(StringComparer.Ordinal);
        foreach (string target in targets)
        {
            using PageWalk walk = new(original, target);
            await walk.RoundAsync((asked, page) => pages.Add(asked, page.ToArray()));
        }

        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(options => options.AddServerHeader = false);
        await using WebApplication application = builder.Build();
        application.Run(context => SendAsync(context, pages));
        await application.StartAsync();
        Console.WriteLine($"listens on {application.Urls.Single()}/");
        await application.WaitForShutdownAsync();
    }

    private static Task SendAsync(HttpContext context, Dictionary<string, byte[]> pages)
    {
        byte[] page = pages[context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget];
        context.Response.ContentType = "application/vnd.api+json";
        context.Response.ContentLength = page.Length;
        return context.Response.BodyWriter.WriteAsync(page).AsTask();
    }
}
