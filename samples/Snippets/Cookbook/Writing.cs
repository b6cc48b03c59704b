using KlaviyoLinq;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Writing;

namespace Snippets.Cookbook;

internal static class Writing
{
    [Snippet("cookbook-upsert")]
    internal static async Task UpsertAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        // snippet: cookbook-upsert
        Upserted<Profile> saved = await klaviyo.Profiles.AddOrUpdateAsync(
            new Profile { Email = "grace@example.com", FirstName = "Grace", Properties = { ["plan"] = "gold" } });
        Console.WriteLine(saved.Created ? "A new profile." : "A known profile.");
        // end snippet
    }

    [Snippet("cookbook-add-to-list")]
    internal static async Task AddToListAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        // snippet: cookbook-add-to-list
        string ada = await klaviyo.Profiles.Where(p => p.Email == "ada@example.com").Select(p => p.Id).SingleAsync();
        await klaviyo.Lists["Y6nRLr"].Profiles.AddAsync(ada);
        // end snippet
    }

    [Snippet("cookbook-subscribe")]
    internal static async Task SubscribeAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        // snippet: cookbook-subscribe
        await klaviyo.Lists["Y6nRLr"].SubscribeAsync(
            [new ConsentChange { Email = "grace@example.com", Marketing = KlaviyoChannels.Email }], customSource: "Checkout");
        // end snippet
    }

    [Snippet("cookbook-track")]
    internal static async Task TrackAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        // snippet: cookbook-track
        await klaviyo.Events.TrackAsync(new NewEvent("Placed Order")
        {
            Profile = new() { Email = "grace@example.com" },
            UniqueId = "order-4711",             // the same order again is the same event
            Time = new DateTimeOffset(2026, 7, 1, 9, 30, 0, TimeSpan.Zero),
            Value = 49.90m,
            ValueCurrency = "EUR",
            Properties = { ["Items"] = 2 },
        });
        // end snippet
    }

    [Snippet("cookbook-duplicate")]
    internal static async Task DuplicateAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        // snippet: cookbook-duplicate
        Profile ada = new() { Email = "ada@example.com", Title = "Countess" };
        try
        {
            await klaviyo.Profiles.CreateAsync(ada);
        }
        catch (KlaviyoDuplicateProfileException duplicate)
        {
            await klaviyo.Profiles[duplicate.DuplicateProfileId].UpdateAsync(s => s.SetProperty(p => p.Title, ada.Title));
        }
        // end snippet
    }

    [Snippet("cookbook-import")]
    internal static async Task ImportAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        IEnumerable<Profile> rows = [new Profile { Email = "grace@example.com" }, new Profile { Email = "alan@example.com" }];
        // snippet: cookbook-import
        foreach (KlaviyoJob<ProfileBulkImportJob> job in await klaviyo.Profiles.AddOrUpdateManyAsync(rows, listIds: ["Y6nRLr"]))
        {
            ProfileBulkImportJob ended = await job.WaitAsync();
            Console.WriteLine($"{ended.CompletedCount} of {ended.TotalCount} imported, {ended.FailedCount} failed");
        }
        // end snippet
    }

    [Snippet("cookbook-tag")]
    internal static async Task TagAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        // snippet: cookbook-tag
        Tag tag = await klaviyo.Tags.CreateAsync(new Tag { Name = "Autumn" });
        await klaviyo.Tags[tag.Id].Lists.AddAsync("Y6nRLr");
        await klaviyo.Tags[tag.Id].DeleteAsync();
        // end snippet
    }

    [Snippet("cookbook-forget")]
    internal static async Task ForgetAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        // snippet: cookbook-forget
        await klaviyo.Privacy.DeleteByEmailAsync("ada@example.com");    // cannot be undone
        // end snippet
    }
}
