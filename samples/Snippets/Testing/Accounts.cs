using KlaviyoLinq;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Testing;

namespace Snippets.Testing;

internal static class Accounts
{
    [Snippet("emulated-accounts")]
    internal static async Task RunAsync(Stage stage)
    {
        // snippet: emulated-accounts
        await using var emulator = await KlaviyoEmulator.StartAsync(o =>
        {
            o.ApiKeys = ["pk_owner", new EmulatorKey("pk_reader", "profiles:read")];
            o.Accounts.Add(new EmulatorAccountOptions("second") { ApiKeys = ["pk_second"], CompanyId = "ABC123" });
        });
        emulator.Account("second").Seed(new Profile { Email = "b@example.com" });
        await using var second = emulator.CreateContext(emulator.Account("second"));
        // end snippet
        Console.WriteLine(await second.Profiles.AnyAsync(p => p.Email == "b@example.com"));
        await using KlaviyoContext reader = emulator.CreateContext(o => o.ApiKey = "pk_reader");
        try
        {
            await reader.Lists.FirstAsync();
        }
        catch (KlaviyoPermissionException refused)
        {
            Console.WriteLine(string.Join(", ", refused.RequiredScopes));
        }
    }
}
