using KlaviyoLinq;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Testing;

namespace Snippets.Testing;

internal static class Faults
{
    [Snippet("faults")]
    internal static async Task RunAsync(Stage stage)
    {
        KlaviyoEmulator emulator = stage.Emulator;
        // snippet: faults
        emulator.Faults.On("GET /api/profiles").Call(3).Respond(503, retryAfter: TimeSpan.FromSeconds(1));
        emulator.Faults.On("/api/lists/{id}/profiles").Every(5).Truncate(afterBytes: 1000);
        emulator.Faults.OnAny().When(r => r.Parameter("page[cursor]") is not null).First(2).Reset();
        // end snippet
        await using KlaviyoContext klaviyo = emulator.CreateContext(o => o.Retry.BaseDelay = TimeSpan.FromMilliseconds(1));
        Console.WriteLine(await klaviyo.Profiles.CountAsync());
    }
}
