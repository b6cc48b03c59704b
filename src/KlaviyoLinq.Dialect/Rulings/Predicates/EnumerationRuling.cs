using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Predicates;

/// <summary>
/// Fields that are documented to take certain values only. A value that the resource has but the field does not take is refused. Klaviyo adds values
/// without a new revision, so a value that is not in the catalogue is sent, and marked as unchecked.
/// </summary>
internal static class EnumerationRuling
{
    /// <summary>Returns true when the value may be sent; otherwise adds a finding.</summary>
    internal static bool Allows(RequestDraft draft, FilterFacts filter, string value, Site site)
    {
        if (filter.IsUpperSnake)
            return IsUpperSnake(draft, filter, value, site);
        if (filter.Values.Count == 0 || filter.Values.Contains(value))
            return true;
        if (!IsKnown(draft, filter.Field, value))
        {
            draft.MarkUnchecked($"{filter.Field} \"{value}\"");
            return true;
        }

        draft.Refuse(
            KlaviyoFindingCode.ValueNotListed,
            site,
            $"{Naming.Endpoint(draft.Operation)} cannot filter by the {filter.Field} \"{value}\".",
            $"{filter.Field} takes: {Naming.List(filter.Values)}. Filter by other values in memory: AsAsyncEnumerable().Where(…).");
        return false;
    }

    // The definition of an action has the same values in another spelling.
    private static bool IsUpperSnake(RequestDraft draft, FilterFacts filter, string value, Site site)
    {
        if (draft.Resource(draft.Operation.ResourceType)?.Attributes.SelectMany(facts => facts.Alternatives).Any(facts => facts.Values.Contains(value)) != true)
            return true;
        draft.Refuse(
            KlaviyoFindingCode.ValueNotListed,
            site,
            $"{Naming.Endpoint(draft.Operation)} does not spell {filter.Field} \"{value}\", as the resource does.",
            $"Write \"{value.Replace('-', '_').ToUpperInvariant()}\".");
        return false;
    }

    // Where the resource's attribute, or the same field at another endpoint, has the value.
    private static bool IsKnown(RequestDraft draft, string field, string value) =>
        Attribute(draft, field)?.Values.Contains(value) == true
        || draft.SameType.Any(operation => operation.FindFilter(field)?.Values.Contains(value) == true);

    private static AttributeFacts? Attribute(RequestDraft draft, string field)
    {
        IReadOnlyList<AttributeFacts>? members = draft.Resource(draft.Operation.ResourceType)?.Attributes;
        AttributeFacts? attribute = null;
        foreach (string name in field.Split('.'))
        {
            attribute = members?.FirstOrDefault(facts => facts.Name == name);
            members = attribute?.Members;
        }

        return attribute;
    }
}
