using KlaviyoLinq;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Testing;

namespace Snippets.Paging;

internal static class LongRun
{
    /// <summary>The emulator cuts chains of cursors off, as Klaviyo's network does; what is printed are the first requests of the chains.</summary>
    [Snippet("a-long-run")]
    internal static async Task RunAsync(Stage stage)
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(o =>
        {
            o.Data = DataSize.Empty;
            o.Data.Profiles = 300;
            o.MaxPageDepth = 200;
        });
        await using KlaviyoContext klaviyo = emulator.CreateContext(o => o.Retry.MaxRetries = 0);
        int rows = await klaviyo.Profiles.OrderBy(p => p.Created).PageSize(1).CountAsync();
        foreach (ReceivedRequest first in emulator.Requests.Where(r => r.Parameter("page[cursor]") is null))
            Console.WriteLine($"GET {first.Path}?{string.Join('&', first.Parameters.Select(p => $"{p.Key}={p.Value}"))}");
        Console.WriteLine($"{rows} rows");
    }
}
