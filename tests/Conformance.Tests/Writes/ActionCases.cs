using System.Text;
using KlaviyoLinq.Model;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>Actions: sending, copying, merging, uploading, consent.</summary>
internal static class ActionCases
{
    internal static IReadOnlyList<WriteCase> All { get; } =
    [
        new("send_campaign", w => w.Klaviyo.Campaigns[WriteWorld.Draft].SendAsync())
        {
            ThenAsync = Effect.Of<string>(
                ["campaign", "campaign-message", "campaign-send-job"],
                async w => [(await w.Klaviyo.Campaigns[WriteWorld.Draft].GetAsync()).Status.ToString()], _ => ["Sent"]),
        },
        new("cancel_campaign_send", w => w.Klaviyo.Campaigns[WriteWorld.Scheduled].CancelSendAsync())
        {
            ThenAsync = Effect.Of<string>(
                ["campaign", "campaign-send-job"],
                async w => [(await w.Klaviyo.Campaigns[WriteWorld.Scheduled].GetAsync()).Status.ToString()], _ => ["Cancelled"]),
        },
        new("create_campaign_clone", w => w.Klaviyo.Campaigns[WriteWorld.Draft].CloneAsync("Winter"))
        {
            ThenAsync = Effect.Of(
                ["campaign", "campaign-message", "template"],
                async w => (await w.Klaviyo.Campaigns.Where(c => c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Email)).ToListAsync())
                    .Where(c => c.Name == "Winter").Select(c => c.Status).ToList(),
                _ => [CampaignStatus.Draft]),
        },
        new("refresh_campaign_recipient_estimation", w => w.Klaviyo.Campaigns[WriteWorld.Draft].EstimateRecipientsAsync())
        {
            ThenAsync = async (world, before, after) =>
            {
                long estimated = (await world.Klaviyo.CampaignRecipientEstimations[WriteWorld.Draft].GetAsync()).EstimatedRecipientCount;
                estimated.Should().Be(before.Related("list", world.Id("list"), "profiles").Count);
            },
        },
        new("assign_template_to_campaign_message", w => w.Klaviyo.CampaignMessages[WriteWorld.Draft].AssignTemplateAsync("Unused"))
        {
            ThenAsync = Effect.Of<string?>(
                ["campaign-message", "template"],
                async w => [(await w.Klaviyo.CampaignMessages[WriteWorld.Draft].Template.FirstAsync()).Html],
                before => [before.Text("template", "Unused", "html")]),
        },
        new("clone_template", w => w.Klaviyo.Templates["Unused"].CloneAsync("Copy"))
        {
            ThenAsync = Effect.Of(
                ["template"], w => w.Klaviyo.Templates.Where(t => t.Name == "Copy").Select(t => (string?)t.Html).ToListAsync(),
                before => [before.Text("template", "Unused", "html")]),
        },
        new("render_template", async w => (await w.Klaviyo.Templates["Unused"].RenderAsync(new KlaviyoMap { ["first_name"] = "Ada" })).Html
            .Should().Be("<p>Hello Ada</p>")) { ThenAsync = Effect.None },
        new("merge_profiles", w => w.Klaviyo.Profiles[w.Id("profile")].MergeAsync(w.Id("profile", 1)))
        {
            ThenAsync = async (world, before, after) =>
            {
                string[] ids = [.. before.Ids("profile")];
                before.Except(after).Should().Equal(("profile", ids[1]));
                (await world.Klaviyo.Profiles.Select(p => p.Id).ToListAsync()).Should().BeEquivalentTo(ids.Where(id => id != ids[1]));
                after.Related("profile", ids[0], "lists").Should().BeEquivalentTo(
                    before.Related("profile", ids[0], "lists").Union(before.Related("profile", ids[1], "lists")));
            },
        },
        new("upload_image_from_file", w => w.Klaviyo.Images.UploadAsync(new MemoryStream(Encoding.ASCII.GetBytes("GIF89a-content")), "logo.gif", "Logo"))
        {
            ThenAsync = Effect.Of(
                ["image"], w => w.Klaviyo.Images.Where(i => i.Name == "Logo").Select(i => i.Format).ToListAsync(), _ => ["gif"]),
        },
        new("upload_image_from_url", w => w.Klaviyo.Images.ImportAsync(new Uri("https://example.com/logo.png"), "Banner"))
        {
            ThenAsync = Effect.Of(["image"], w => w.Klaviyo.Images.Where(i => i.Name == "Banner").Select(i => i.Format).ToListAsync(), _ => ["png"]),
        },
        new("create_back_in_stock_subscription", w => w.Klaviyo.CatalogVariants[w.Id("catalog-variant")]
            .SubscribeBackInStockAsync(new Profile { Email = "ada@example.com" }, KlaviyoChannels.Email))
        {
            ThenAsync = Effect.Of(["profile", "event", "metric"], Named, _ => ["ada@example.com"]),
        },
        new("create_conversation_message", w => w.Klaviyo.SendConversationMessageAsync(w.Id("conversation"), "Hello")) { ThenAsync = Effect.None },
        new("bulk_subscribe_profiles", w => w.Klaviyo.Lists[WriteWorld.Empty].SubscribeAsync([Consent("ada@example.com")]))
        {
            ThenAsync = Effect.Of(
                ["profile", "event", "metric"],
                async w => (await w.Klaviyo.Lists[WriteWorld.Empty].Profiles.AdditionalFields(p => p.Subscriptions).ToListAsync())
                    .ConvertAll(p => $"{p.Email} {p.Subscriptions!.Email!.Marketing!.Consent}"),
                _ => ["ada@example.com SUBSCRIBED"]),
        },
        new("bulk_unsubscribe_profiles", w => w.Klaviyo.Consent.UnsubscribeGloballyAsync([Consent(w)]))
        {
            ThenAsync = Effect.Of(["profile", "event", "metric"], w => Consents(w, w.Email), _ => ["UNSUBSCRIBED"]),
        },
        new("bulk_suppress_profiles", w => w.Klaviyo.Consent.SuppressAsync([w.Email]))
        {
            ThenAsync = Effect.Of(
                ["profile", "profile-suppression-bulk-create-job", "event", "metric"], Suppressions, _ => ["USER_SUPPRESSED"]),
        },
        new("bulk_unsuppress_profiles", w => w.Klaviyo.Consent.UnsuppressAsync([WriteWorld.Suppressed]))
        {
            ThenAsync = Effect.Of(
                ["profile", "profile-suppression-bulk-delete-job", "event", "metric"],
                async w => (await Subscriptions(w, WriteWorld.Suppressed))!.Email!.Marketing!.Suppression!.Select(s => $"{s.Reason}").ToList(), _ => []),
        },
    ];

    private static ConsentChange Consent(string email) => new() { Email = email, Marketing = KlaviyoChannels.Email };

    private static ConsentChange Consent(WriteWorld world) => Consent(world.Email);

    private static async Task<List<string>> Named(WriteWorld world) =>
        await world.Klaviyo.Profiles.Where(p => p.Email == "ada@example.com").Select(p => p.Email!).ToListAsync();

    private static async Task<List<string>> Consents(WriteWorld world, string email) => [$"{(await Subscriptions(world, email))!.Email!.Marketing!.Consent}"];

    private static async Task<List<string>> Suppressions(WriteWorld world) =>
        [.. (await Subscriptions(world, world.Email))!.Email!.Marketing!.Suppression!.Select(s => $"{s.Reason}").Where(reason => reason == "USER_SUPPRESSED")];

    private static async Task<KlaviyoLinq.Model.Components.ProfileSubscriptions?> Subscriptions(WriteWorld world, string email) =>
        (await world.Klaviyo.Profiles.Where(p => p.Email == email).AdditionalFields(p => p.Subscriptions).SingleAsync()).Subscriptions;
}
