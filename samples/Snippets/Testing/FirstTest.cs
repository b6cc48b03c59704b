// snippet: a-test
using KlaviyoLinq;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;
using KlaviyoLinq.Testing;
using Xunit;
// end snippet

namespace Snippets.Testing;

internal static class FirstTest
{
    [Snippet("a-test", "what-is-tested")]
    internal static async Task RunAsync(Stage stage)
    {
        // snippet: a-test
        await using var emulator = await KlaviyoEmulator.StartAsync(o => o.Data = DataSize.Empty);
        await using var klaviyo = emulator.CreateContext();

        var jane = new Profile { Email = "jane@example.com", FirstName = "Jane" };
        emulator.Seed(jane, new List { Id = "L1", Name = "Newsletter", Profiles = [jane] });

        Profile? found = await new Subscribers(klaviyo).FindByEmailAsync("jane@example.com");

        Assert.Equal(jane.Id, found?.Id);
        Assert.Equal("equals(email,\"jane@example.com\")", emulator.Requests[^1].Parameter("filter"));
        // end snippet
    }
}
