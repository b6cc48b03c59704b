using KlaviyoLinq.Model;
using KlaviyoLinq.Model.Components;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>Updates.</summary>
internal static class UpdateCases
{
    internal static IReadOnlyList<WriteCase> All { get; } =
    [
        new("update_campaign_message", w => w.Klaviyo.CampaignMessages[w.Id("campaign-message")].UpdateAsync(
            s => s.SetProperty(m => m.Definition, new CampaignMessageEmailMessageDefinition { Label = "B", Content = new() { Subject = "Leaves" } }))),
        new("update_campaign", w => w.Klaviyo.Campaigns[w.Id("campaign")].UpdateAsync(s => s.SetProperty(c => c.Name, "Winter"))),
        new("update_catalog_category", w => w.Klaviyo.CatalogCategories[w.Id("catalog-category")].UpdateAsync(s => s.SetProperty(c => c.Name, "Boots"))),
        new(
            "update_catalog_item",
            w => w.Klaviyo.CatalogItems[w.Id("catalog-item")].UpdateAsync(s => s.SetProperty(i => i.Title, "Boot").SetProperty(i => i.Price, 8.5))),
        new("update_catalog_variant", w => w.Klaviyo.CatalogVariants[w.Id("catalog-variant")].UpdateAsync(s => s.SetProperty(v => v.Title, "Boot 42"))),
        new("update_coupon_code", w => w.Klaviyo.CouponCodes[w.Id("coupon-code")].UpdateAsync(
            s => s.SetProperty(c => c.ExpiresAt, new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)))),
        new("update_coupon", w => w.Klaviyo.Coupons[w.Id("coupon")].UpdateAsync(s => s.SetProperty(c => c.Description, "20 %"))),
        new("update_custom_metric", w => w.Klaviyo.CustomMetrics[w.Id("custom-metric")].UpdateAsync(s => s.SetProperty(m => m.Name, "Orders"))),
        WriteCase.Sampled<FlowAction>(
            "update_flow_action",
            (w, sample) => w.Klaviyo.FlowActions.UpdateAsync(new FlowAction { Id = w.Id("flow-action"), Definition = sample.Definition })),
        new("update_flow", w => w.Klaviyo.Flows[w.Id("flow")].UpdateAsync(s => s.SetProperty(f => f.Status, "draft"))),
        new("update_image", w => w.Klaviyo.Images[w.Id("image")].UpdateAsync(s => s.SetProperty(i => i.Name, "Logo").SetProperty(i => i.Hidden, true))),
        new("update_list", w => w.Klaviyo.Lists[w.Id("list")].UpdateAsync(s => s.SetProperty(l => l.Name, "Old"))),
        new("update_mapped_metric", w => w.Klaviyo.MappedMetrics.UpdateAsync(new MappedMetric { Id = w.Id("mapped-metric"), MetricId = w.Id("metric") })),
        new("update_object_schema", w => w.Klaviyo.ObjectSchemas[w.Id("object-schema")].UpdateAsync(s => s.SetProperty(o => o.Title, "Order"))),
        new("update_profile", async w =>
        {
            Profile ada = await w.Klaviyo.Profiles[w.Id("profile")].GetAsync();
            ada.FirstName = "Ada";
            ada.Title = null;
            ada.Location = new ProfileLocation { City = "London" };
            ada.Properties["plan"] = "gold";
            ada.Properties.Append("interests", "chess");
            await w.Klaviyo.Profiles.UpdateAsync(ada);
        }) { Repeat = Catalogue.RepeatClass.Unsafe },
        new("update_review", w => w.Klaviyo.Reviews.UpdateAsync(new Review { Id = w.Id("review"), Status = new ReviewStatusPublished() })),
        new("update_segment", w => w.Klaviyo.Segments[w.Id("segment")].UpdateAsync(s => s.SetProperty(x => x.Name, "Buyers"))),
        WriteCase.Sampled<SourceMapping>(
            "update_source_mapping",
            (w, sample) => w.Klaviyo.SourceMappings.UpdateAsync(
                new SourceMapping { Id = w.Id("source-mapping"), PropertyMappings = sample.PropertyMappings })),
        new("update_tag_group", w => w.Klaviyo.TagGroups[w.Id("tag-group")].UpdateAsync(s => s.SetProperty(g => g.Name, "Year"))),
        new("update_tag", w => w.Klaviyo.Tags[w.Id("tag")].UpdateAsync(s => s.SetProperty(t => t.Name, "Winter"))),
        new(
            "update_universal_content",
            w => w.Klaviyo.TemplateUniversalContent[w.Id("template-universal-content")].UpdateAsync(s => s.SetProperty(c => c.Name, "Footer"))),
        new("update_template", w => w.Klaviyo.Templates[w.Id("template")].UpdateAsync(s => s.SetProperty(t => t.Name, "Goodbye"))),
        new(
            "update_tracking_setting",
            w => w.Klaviyo.TrackingSettings[w.Id("tracking-setting")].UpdateAsync(s => s.SetProperty(t => t.AutoAddParameters, true))),
        new("update_web_feed", w => w.Klaviyo.WebFeeds[w.Id("web-feed")].UpdateAsync(s => s.SetProperty(f => f.Url, "https://example.com/feed2"))),
        new("update_webhook", w => w.Klaviyo.Webhooks[w.Id("webhook")].UpdateAsync(s => s.SetProperty(h => h.Name, "Hook").SetProperty(h => h.Enabled, false))),
    ];
}
