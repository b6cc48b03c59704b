namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>The rules of each resource type.</summary>
internal static class ResourceKinds
{
    private static readonly PlainKind _plain = new();

    private static readonly Dictionary<string, ResourceKind> _kinds = new(StringComparer.Ordinal)
    {
        ["campaign"] = new CampaignKind(),
        ["catalog-category"] = new CatalogKind(),
        ["catalog-item"] = new CatalogKind(),
        ["catalog-variant"] = new CatalogKind(),
        ["coupon"] = new CouponKind(),
        ["coupon-code"] = new CouponCodeKind(),
        ["custom-metric"] = new CustomMetricKind(),
        ["flow"] = new FlowKind(),
        ["form"] = new FormKind(),
        ["image"] = new ImageKind(),
        ["list"] = new DraftKind(("opt_in_process", () => "double_opt_in")),
        ["mapped-metric"] = new MappedMetricKind(),
        ["object-schema"] = new ObjectSchemaKind(),
        ["object-type"] = new ObjectTypeKind(),
        ["profile"] = new ProfileKind(),
        ["push-token"] = new PushTokenKind(),
        ["segment"] = new DraftKind(("is_active", () => true), ("is_starred", () => false)),
        ["tag"] = new TagKind(),
        ["tag-group"] = new TagGroupKind(),
        ["template"] = new TemplateKind(),
        ["web-feed"] = new WebFeedKind(),
        ["webhook"] = new WebhookKind(),
    };

    internal static ResourceKind Of(string type) => _kinds.GetValueOrDefault(type, _plain);
}
