using KlaviyoLinq.Model;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>Commands with the public company id.</summary>
internal static class ClientCases
{
    internal static IReadOnlyList<WriteCase> All { get; } =
    [
        new("create_client_event", w => w.Client.TrackAsync(BulkCases.Placed("1", "ada@example.com")))
        {
            ThenAsync = Effect.Of(["event", "profile", "metric"], BulkCases.Tracked, _ => [("Bought Boots", "ada@example.com", "1")]),
        },
        new("bulk_create_client_events", w => w.Client.TrackAsync(
            new Profile { Email = "ada@example.com" }, [BulkCases.Anonymous("1"), BulkCases.Anonymous("2")]))
        {
            ThenAsync = Effect.Of(
                ["event", "profile", "metric"], BulkCases.Tracked, _ => [("Bought Boots", "ada@example.com", "1"), ("Bought Boots", "ada@example.com", "2")]),
        },
        new("create_client_profile", w => w.Client.IdentifyAsync(new Profile { Email = "ada@example.com", FirstName = "Ada" }))
        {
            ThenAsync = Effect.Of(
                ["profile"], w => w.Klaviyo.Profiles.Where(p => p.Email == "ada@example.com").Select(p => p.FirstName).ToListAsync(), _ => ["Ada"]),
        },
        new("create_client_subscription", w => w.Client.SubscribeAsync(
            WriteWorld.Empty, new Profile { Email = "ada@example.com" }, new ConsentChange { Marketing = KlaviyoChannels.Email }))
        {
            ThenAsync = Effect.Of(
                ["profile", "event", "metric"], w => w.Klaviyo.Lists[WriteWorld.Empty].Profiles.Select(p => p.Email).ToListAsync(), _ => ["ada@example.com"]),
        },
        new("create_client_push_token", w => w.Client.RegisterPushTokenAsync(
            new PushToken { Token = "t", Platform = PushTokenPlatform.Ios, Vendor = "apns", Profile = new Profile { Email = "ada@example.com" } }))
        {
            ThenAsync = Effect.Of(
                ["profile", "push-token"], w => w.Klaviyo.PushTokens.Select(t => (string?)t.Token).ToListAsync(),
                before => [.. before.Texts("push-token", "token").Select(row => row.Text), "t"]),
        },
        new("unregister_client_push_token", w => w.Client.UnregisterPushTokenAsync(
            new PushToken { Token = WriteWorld.Token, Platform = PushTokenPlatform.Ios, Profile = new Profile { Email = w.Email } }))
        {
            ThenAsync = Effect.Of(
                ["push-token"], w => w.Klaviyo.PushTokens.Select(t => t.Id).ToListAsync(),
                before => before.Ids("push-token").Where(id => id != WriteWorld.Token)),
        },
        new("create_client_back_in_stock_subscription", w => w.Client.SubscribeBackInStockAsync(
            w.Id("catalog-variant"), new Profile { Email = "ada@example.com" }, KlaviyoChannels.Email))
        {
            ThenAsync = Effect.Of(
                ["profile", "event", "metric"],
                w => w.Klaviyo.Profiles.Where(p => p.Email == "ada@example.com").Select(p => p.Email).ToListAsync(), _ => ["ada@example.com"]),
        },
        new("create_client_review", w => w.Client.CreateReviewAsync(new NewReview("store", "ada@example.com", "Ada", "Good") { Rating = 5 }))
        {
            ThenAsync = Effect.Of(
                ["review", "profile"], w => w.Klaviyo.Reviews.Where(r => r.Rating == 5).Select(r => r.Content).ToListAsync(),
                before => [.. before.All("review").Where(r => r.GetProperty("attributes").GetProperty("rating").ToString() == "5")
                    .Select(r => r.GetProperty("attributes").GetProperty("content").GetString()), "Good"]),
        },
    ];
}
