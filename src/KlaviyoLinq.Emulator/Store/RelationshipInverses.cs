using System.Collections.Frozen;

namespace KlaviyoLinq.Emulator.Store;

/// <summary>Pairs of relationships that are the two ends of one. Klaviyo's document does not state them; they follow from names and types.</summary>
internal static class RelationshipInverses
{
    private static readonly FrozenDictionary<(string Type, string Relationship), string> _known = Pairs(
        ("campaign", "campaign-messages", "campaign-message", "campaign"),
        ("campaign", "tags", "tag", "campaigns"),
        ("flow", "tags", "tag", "flows"),
        ("list", "tags", "tag", "lists"),
        ("segment", "tags", "tag", "segments"),
        ("tag", "tag-group", "tag-group", "tags"),
        ("catalog-category", "items", "catalog-item", "categories"),
        ("catalog-item", "variants", "catalog-variant", "item"),
        ("coupon-code", "coupon", "coupon", "coupon-codes"),
        ("custom-metric", "metrics", "metric", "custom-metrics"),
        ("flow", "flow-actions", "flow-action", "flow"),
        ("flow-action", "flow-messages", "flow-message", "flow-action"),
        ("form", "form-versions", "form-version", "form"),
        ("list", "profiles", "profile", "lists"),
        ("segment", "profiles", "profile", "segments"),
        ("metric", "metric-properties", "metric-property", "metric"),
        ("mapped-metric", "custom-metric", "custom-metric", "mapped-metrics"),
        ("object-type", "schema-versions", "object-schema", "object-type"),
        ("object-type", "object-records", "object-record", "object-type"),
        ("object-type", "object-ingestion-logs", "object-ingestion-log", "object-type"),
        ("profile", "push-tokens", "push-token", "profile"),
        ("profile", "conversations", "conversation", "profile"));

    internal static string? Of(string type, string relationship) => _known.GetValueOrDefault((type, relationship));

    private static FrozenDictionary<(string, string), string> Pairs(params (string Type, string Relationship, string OtherType, string Inverse)[] pairs) =>
        pairs.Select(p => KeyValuePair.Create((p.Type, p.Relationship), p.Inverse))
            .Concat(pairs.Select(p => KeyValuePair.Create((p.OtherType, p.Inverse), p.Relationship)))
            .ToFrozenDictionary();
}
