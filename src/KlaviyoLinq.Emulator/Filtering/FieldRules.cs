using System.Collections.Frozen;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>
/// Sources of the values of fields. Most fields are attributes, or name a relationship (<c>metric_id</c>, <c>coupon.id</c>); the few exceptions are
/// listed in a table; all others are hidden: stored with the resource, available to filters and sort keys, never returned.
/// </summary>
internal static class FieldRules
{
    /// <summary>The identifier of a visitor, by which requests of browsers name a profile although no answer shows it.</summary>
    private const string AnonymousId = "anonymous_id";

    private static readonly FieldRule _channel = new(FieldRuleKind.RelatedField, "campaign-messages", "definition.channel");

    private static readonly FrozenDictionary<(string Type, string Field), FieldRule> _exceptions = new Dictionary<(string, string), FieldRule>
    {
        [("campaign", "messages.channel")] = _channel,
        [("object-ingestion-log", "record_id")] = new(FieldRuleKind.Relationship, "object-record"),
        [("profile", "_kx")] = new(FieldRuleKind.Id, "kx."),
        [("profile", "joined_group_at")] = new(FieldRuleKind.Joined),
        [("profile", "profile_id")] = FieldRule.Id,
        [("profile", "push_token")] = new(FieldRuleKind.RelatedField, "push-tokens", "token"),
        [("profile-suppression-bulk-create-job", "created")] = new(FieldRuleKind.Attribute, "created_at"),
        [("profile-suppression-bulk-delete-job", "created")] = new(FieldRuleKind.Attribute, "created_at"),
        [("review", "status")] = new(FieldRuleKind.Attribute, "status", "value"),
    }.ToFrozenDictionary();

    internal static FieldRule Of(KlaviyoCatalogue catalogue, ResourceFacts facts, string field)
    {
        if (_exceptions.TryGetValue((facts.Type, field), out FieldRule? exception))
            return AtRevision(exception, catalogue, facts, field);
        if (field is "id" or "ids")
            return FieldRule.Id;
        string[] names = field.Split('.', 2);
        if (facts.FindAttribute(names[0]) is not null)
            return new(FieldRuleKind.Attribute, names[0], names.Length == 2 ? names[1] : "");
        return RelationshipNamed(catalogue, facts, field) is { } relationship
            ? new(FieldRuleKind.Relationship, relationship)
            : new(FieldRuleKind.Hidden, field);
    }

    /// <summary>The members of a type that must be kept although no document shows them.</summary>
    internal static IEnumerable<string> HiddenMembers(KlaviyoCatalogue catalogue, ResourceFacts facts) =>
        catalogue.Reads
            .Where(o => o.ResourceType == facts.Type)
            .SelectMany(o => o.Filters.Select(f => f.Field).Concat(o.SortKeys))
            .Distinct(StringComparer.Ordinal)
            .Select(field => Of(catalogue, facts, field))
            .Where(rule => rule.Kind == FieldRuleKind.Hidden)
            .Select(rule => rule.Name)
            .Concat(facts.Type == "profile" ? [AnonymousId] : []);

    /// <summary>
    /// The exceptions are those of the newest revision. Older ones have the channel of a message as an attribute, and lack some relationships.
    /// </summary>
    private static FieldRule AtRevision(FieldRule rule, KlaviyoCatalogue catalogue, ResourceFacts facts, string field)
    {
        if (rule.Kind is FieldRuleKind.RelatedField or FieldRuleKind.Relationship
            && ResourceLayouts.RelationshipsOf(catalogue, facts).All(known => known.Name != rule.Name))
            return new(FieldRuleKind.Hidden, field);
        return rule == _channel && catalogue.FindResource("campaign-message")?.FindAttribute("definition") is null ? rule with { Path = "channel" } : rule;
    }

    private static string? RelationshipNamed(KlaviyoCatalogue catalogue, ResourceFacts facts, string field)
    {
        string stem = field.EndsWith("_id", StringComparison.Ordinal) || field.EndsWith(".id", StringComparison.Ordinal) ? field[..^3] : field;
        string plural = stem.EndsWith('y') ? stem[..^1] + "ies" : stem + "s";
        return ResourceLayouts.RelationshipsOf(catalogue, facts)
            .Select(relationship => relationship.Name)
            .FirstOrDefault(name => name == stem || name == plural);
    }
}
