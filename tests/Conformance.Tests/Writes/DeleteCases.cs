namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>Deletions.</summary>
internal static class DeleteCases
{
    internal static IReadOnlyList<WriteCase> All { get; } =
    [
        new("delete_campaign", w => w.Klaviyo.Campaigns[w.Id("campaign")].DeleteAsync()),
        new("delete_catalog_item", w => w.Klaviyo.CatalogItems[w.Id("catalog-item")].DeleteAsync()),
        new("delete_catalog_variant", w => w.Klaviyo.CatalogVariants[w.Id("catalog-variant")].DeleteAsync()),
        new("delete_catalog_category", w => w.Klaviyo.CatalogCategories[w.Id("catalog-category")].DeleteAsync()),
        new("delete_coupon", w => w.Klaviyo.Coupons[w.Id("coupon")].DeleteAsync()),
        new("delete_coupon_code", w => w.Klaviyo.CouponCodes["Unused"].DeleteAsync()),
        new("delete_data_source", w => w.Klaviyo.DataSources[w.Id("data-source")].DeleteAsync()),
        new("delete_object_type", w => w.Klaviyo.ObjectTypes[w.Id("object-type")].DeleteAsync()),
        new("delete_flow", w => w.Klaviyo.Flows[w.Id("flow")].DeleteAsync()),
        new("delete_flow_action", w => w.Klaviyo.FlowActions[w.Id("flow-action")].DeleteAsync()),
        new("delete_form", w => w.Klaviyo.Forms[w.Id("form")].DeleteAsync()),
        new("delete_list", w => w.Klaviyo.Lists[w.Id("list")].DeleteAsync()),
        new("delete_custom_metric", w => w.Klaviyo.CustomMetrics[w.Id("custom-metric")].DeleteAsync()),
        new("delete_push_token", w => w.Klaviyo.PushTokens[w.Id("push-token")].DeleteAsync()),
        new("delete_segment", w => w.Klaviyo.Segments[w.Id("segment")].DeleteAsync()),
        new("delete_tag", w => w.Klaviyo.Tags[w.Id("tag")].DeleteAsync()),
        new("delete_tag_group", w => w.Klaviyo.TagGroups[w.Id("tag-group")].DeleteAsync()),
        new("delete_template", w => w.Klaviyo.Templates["Unused"].DeleteAsync()),
        new("delete_universal_content", w => w.Klaviyo.TemplateUniversalContent[w.Id("template-universal-content")].DeleteAsync()),
        new("delete_web_feed", w => w.Klaviyo.WebFeeds[w.Id("web-feed")].DeleteAsync()),
        new("delete_webhook", w => w.Klaviyo.Webhooks[w.Id("webhook")].DeleteAsync()),
    ];
}
