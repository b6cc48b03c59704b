// snippet: typed-seeding
using KlaviyoLinq;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;
using KlaviyoLinq.Model.Components;
using KlaviyoLinq.Testing;
// end snippet

namespace Snippets.Testing;

internal static class TestingReadme
{
    [Snippet("typed-seeding")]
    internal static async Task RunAsync(Stage stage)
    {
        // snippet: typed-seeding
        await using var emulator = await KlaviyoEmulator.StartAsync(o => o.Data = DataSize.Empty);
        await using var klaviyo = emulator.CreateContext();

        var jane = new Profile { Email = "jane@example.com", Location = new ProfileLocation { City = "Boston" } };
        emulator.Seed(jane, new List { Name = "Newsletter", Profiles = [jane] });

        var found = await klaviyo.Profiles.SingleAsync(p => p.Email == "jane@example.com");   // over real HTTP
        Console.WriteLine(found.Location.City);
        Console.WriteLine(emulator.Requests[^1].Parameter("filter"));
        // end snippet
    }
}
