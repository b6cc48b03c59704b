// snippet: create
using KlaviyoLinq;
// end snippet
// snippet: create
using KlaviyoLinq.Model;
// end snippet
using KlaviyoLinq.Errors;

namespace Snippets.Writing;

internal static class Commands
{
    [Snippet("create")]
    internal static async Task CreateAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        // snippet: create
        List list = await klaviyo.Lists.CreateAsync(new List { Name = "VIPs" });
        Console.WriteLine($"{list.Name} was created at {list.Created:yyyy-MM-dd}");
        // end snippet
    }

    [Snippet("update-what-changed")]
    internal static async Task UpdateAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        // snippet: update-what-changed
        Profile ada = await klaviyo.Profiles.SingleAsync(p => p.Email == "ada@example.com");
        ada.LastName = "Lovelace";
        ada.Title = null;                       // sent as null: cleared
        ada.Properties["plan"] = "gold";        // one key of the custom properties
        await klaviyo.Profiles.UpdateAsync(ada);
        // end snippet
    }

    [Snippet("update-without-reading")]
    internal static async Task SetAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        string id = (await klaviyo.Profiles.SingleAsync(p => p.Email == "ada@example.com")).Id;
        // snippet: update-without-reading
        await klaviyo.Profiles[id].UpdateAsync(s => s
            .SetProperty(p => p.LastName, "Lovelace")
            .SetProperty(p => p.Location.City, "London")
            .Unset(p => p.Properties["trial_ends"]));
        // end snippet
    }

    [Snippet("delete")]
    internal static async Task DeleteAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        // snippet: delete
        await klaviyo.Lists["Y6nRLr"].DeleteAsync();
        // end snippet
    }

    [Snippet("refused-command")]
    internal static async Task RefuseAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        // snippet: refused-command
        try
        {
            await klaviyo.Lists.CreateAsync(new List { Created = DateTimeOffset.UtcNow });
        }
        catch (KlaviyoCommandRefusedException refused)
        {
            Console.WriteLine(refused.Message);
        }
        // end snippet
    }

    [Snippet("explain-command")]
    internal static async Task ExplainAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        await Task.CompletedTask;
        // snippet: explain-command
        Console.WriteLine(klaviyo.Explain(() => klaviyo.Lists.CreateAsync(new List { Name = "VIPs" })));
        // end snippet
    }
}
