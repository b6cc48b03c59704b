using KlaviyoLinq;
using KlaviyoLinq.Writing;

namespace Snippets.Writing;

internal static class FurtherCommands
{
    [Snippet("link-rows")]
    internal static async Task LinkAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        // snippet: link-rows
        string[] ids = await klaviyo.Lists["Y6nRLr"].Profiles.Select(p => p.Id).ToArrayAsync();
        await klaviyo.Lists["Y6nRLr"].Profiles.RemoveAsync(ids);
        await klaviyo.Lists["Y6nRLr"].Profiles.AddAsync(ids);
        // end snippet
    }

    [Snippet("track-event")]
    internal static async Task TrackAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        // snippet: track-event
        await klaviyo.Events.TrackAsync(new NewEvent("Placed Order")
        {
            Profile = new() { Email = "ada@example.com" },
            Value = 9.99m,
            ValueCurrency = "EUR",
            UniqueId = "order-4711",
            Properties = { ["OrderId"] = "4711" },
        });
        // end snippet
    }

    [Snippet("consent")]
    internal static async Task ConsentAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        // snippet: consent
        ConsentChange ada = new() { Email = "ada@example.com", Marketing = KlaviyoChannels.Email };
        await klaviyo.Lists["Y6nRLr"].SubscribeAsync([ada]);
        UnsubscribeResult result = await klaviyo.Lists["Y6nRLr"].UnsubscribeAsync([ada]);
        Console.WriteLine($"{result.Sent.Count} unsubscribed, {result.NotOnList.Count} not on the list");
        // end snippet
    }

    [Snippet("explain-campaign")]
    internal static async Task SendAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        await Task.CompletedTask;
        // snippet: explain-campaign
        Console.WriteLine(klaviyo.Explain(() => klaviyo.Campaigns["01GMRWDSA0ARTAKE1SFX8JGXAY"].SendAsync()));
        // end snippet
    }
}
