using KlaviyoLinq.Emulator;

namespace Snippets.Testing;

internal static class EmulatorReadme
{
    [Snippet("an-emulator")]
    internal static async Task RunAsync(Stage stage)
    {
        // snippet: an-emulator
        await using var emulator = await KlaviyoEmulator.StartAsync(o => o.Data = new DataSize { Profiles = 10_000 });
        var client = new HttpClient { BaseAddress = emulator.BaseAddress };
        client.DefaultRequestHeaders.Add("Authorization", "Klaviyo-API-Key pk_anything");
        client.DefaultRequestHeaders.Add("revision", "2026-07-15");

        emulator.Seed("""{"type":"profile","id":"P1","attributes":{"email":"a@example.com"}}""");
        string page = await client.GetStringAsync("/api/profiles?filter=equals(email,\"a@example.com\")");

        Console.WriteLine(emulator.Resources("profile").Count);      // everything there is, as JSON, to compare with
        Console.WriteLine(emulator.Requests[^1]);                    // everything that was asked, and what was answered
        // end snippet
        if (!page.Contains("P1", StringComparison.Ordinal))
            throw new InvalidOperationException(page);
        client.Dispose();
    }
}
