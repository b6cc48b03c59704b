using KlaviyoLinq.Model;
using KlaviyoLinq.Model.Components;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>Creations, and the upsert.</summary>
internal static class CreateCases
{
    internal static IReadOnlyList<WriteCase> All { get; } =
    [
        new("create_campaign", w => w.Klaviyo.Campaigns.CreateAsync(new Campaign
        {
            Name = "Autumn",
            Audiences = new() { Included = [w.Id("list")] },
            SendStrategy = new CampaignStaticSendStrategy { Datetime = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero) },
            CampaignMessages =
            [
                new CampaignMessage { Definition = new CampaignMessageEmailMessageDefinition { Label = "A", Content = new() { Subject = "Leaves" } } },
            ],
        })),
        new("create_catalog_category", w => w.Klaviyo.CatalogCategories.CreateAsync(new CatalogCategory { ExternalId = "shoes", Name = "Shoes" })),
        new("create_catalog_item", w => w.Klaviyo.CatalogItems.CreateAsync(new CatalogItem
        {
            ExternalId = "sku-1", Title = "Boot", Description = "Leather", Url = "https://example.com/boot", Price = 9.5,
        })),
        new("create_catalog_variant", w => w.Klaviyo.CatalogVariants.CreateAsync(new CatalogVariant
        {
            ExternalId = "sku-1-42", Title = "Boot 42", Description = "Leather", Sku = "B42", InventoryQuantity = 3, Price = 9.5,
            Url = "https://example.com/boot/42", ItemId = w.Id("catalog-item"),
        })),
        new("create_coupon_code", w => w.Klaviyo.CouponCodes.CreateAsync(new CouponCode { UniqueCode = "SAVE10", CouponId = w.Id("coupon") })),
        new("create_coupon", w => w.Klaviyo.Coupons.CreateAsync(new Coupon { ExternalId = "AUTUMN", Description = "10 %" })),
        WriteCase.Sampled<CustomMetric>("create_custom_metric", (w, sample) => w.Klaviyo.CustomMetrics.CreateAsync(sample)),
        new("create_data_source", w => w.Klaviyo.DataSources.CreateAsync(new DataSource { Title = "Orders" })),
        WriteCase.Sampled<Flow>("create_flow", (w, sample) => w.Klaviyo.Flows.CreateAsync(sample)),
        WriteCase.Sampled<Form>("create_form", (w, sample) => w.Klaviyo.Forms.CreateAsync(sample)),
        new("create_list", w => w.Klaviyo.Lists.CreateAsync(new List { Name = "VIPs" })),
        WriteCase.Sampled<ObjectSchema>("create_object_schema", (w, sample) =>
        {
            sample.ObjectTypeId = w.Id("object-type");
            return w.Klaviyo.ObjectSchemas.CreateAsync(sample);
        }),
        new("create_object_type", w => w.Klaviyo.ObjectTypes.CreateAsync(new ObjectType { Title = "Order" })),
        new(
            "create_profile",
            w => w.Klaviyo.Profiles.CreateAsync(new Profile { Email = "ada@example.com", FirstName = "Ada", Location = new() { City = "London" } })),
        new("create_push_token", w => w.Klaviyo.PushTokens.CreateAsync(new PushToken
        {
            Token = "token", Platform = new("ios"), Vendor = new("apns"), Profile = new Profile { Email = "ada@example.com" },
        })),
        WriteCase.Sampled<Segment>("create_segment", (w, sample) => w.Klaviyo.Segments.CreateAsync(sample)),
        new("create_tag_group", w => w.Klaviyo.TagGroups.CreateAsync(new TagGroup { Name = "Season" })),
        new("create_tag", w => w.Klaviyo.Tags.CreateAsync(new Tag { Name = "Autumn", TagGroupId = w.Id("tag-group") })),
        WriteCase.Sampled<TemplateUniversalContent>("create_universal_content", (w, sample) => w.Klaviyo.TemplateUniversalContent.CreateAsync(sample)),
        new("create_template", w => w.Klaviyo.Templates.CreateAsync(new Template { Name = "Welcome", EditorType = "CODE", Html = "<html></html>" })),
        new("create_web_feed", w => w.Klaviyo.WebFeeds.CreateAsync(new WebFeed
        {
            Name = "Blog", Url = "https://example.com/feed", RequestMethod = new("get"), ContentType = new("json"),
        })),
        new("create_webhook", w => w.Klaviyo.Webhooks.CreateAsync(new Webhook
        {
            Name = "Orders", EndpointUrl = "https://example.com/hook", SecretKey = "a secret of our own",
            WebhookTopics = [new WebhookTopic { Id = w.Id("webhook-topic") }],
        })),
        new("create_or_update_profile", w => w.Klaviyo.Profiles.AddOrUpdateAsync(new Profile { Email = "ada@example.com", FirstName = "Ada" })),
    ];
}
