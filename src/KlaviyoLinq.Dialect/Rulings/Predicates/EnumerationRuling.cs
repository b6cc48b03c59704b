using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Predicates;

/// <summary>
/// Fields that are documented to take certain values only. A value that the resource has but the field does not take is refused, as is a value that only
/// other revisions list. Klaviyo adds values without a new revision, so a value that no catalogue lists is sent, and marked as unchecked.
/// </summary>
internal static class EnumerationRuling
{
    /// <summary>Returns true when the value may be sent; otherwise adds a finding.</summary>
    internal static bool Allows(RequestDraft draft, FilterFacts filter, string value, Site site)
    {
        if (filter.SpellingOf(value) is { } spelling)
        {
            draft.Refuse(
                KlaviyoFindingCode.ValueNotListed,
                site,
                $"{Naming.Operation(draft.Operation)} expects the {filter.Field} as \"{spelling}\", not as \"{value}\", which is the resource's spelling.",
                $"Write \"{spelling}\".");
            return false;
        }

        if (filter.Values.Count == 0 || filter.Values.Contains(value))
            return true;
        if (!IsKnown(draft, filter.Field, value))
        {
            draft.MarkUnchecked($"{filter.Field} \"{value}\"");
            return true;
        }

        string at = draft.Catalogue == KlaviyoCatalogue.Newest ? "" : $" at revision {draft.Catalogue.Revision}";
        draft.Refuse(
            KlaviyoFindingCode.ValueNotListed,
            site,
            $"{Naming.Operation(draft.Operation)} cannot filter by the {filter.Field} \"{value}\"{at}.",
            $"{filter.Field} accepts: {Naming.List(filter.Values)}. Filter by other values in memory: AsAsyncEnumerable().Where(…).");
        return false;
    }

    // Where the resource's attribute, or the same field at another endpoint, has the value: at this revision or at another.
    private static bool IsKnown(RequestDraft draft, string field, string value) =>
        Knows(draft.Catalogue, draft.Operation, field, value) || KlaviyoCatalogue.Known.Any(other => Knows(other, draft.Operation, field, value));

    private static bool Knows(KlaviyoCatalogue catalogue, ReadFacts operation, string field, string value) =>
        Has(catalogue.FindResource(operation.ResourceType)?.Attributes ?? [], field.Split('.'), 0, value)
        || catalogue.Reads.Any(other => other.ResourceType == operation.ResourceType && other.FindFilter(field)?.Values.Contains(value) == true);

    private static bool Has(IReadOnlyList<AttributeFacts> members, string[] path, int depth, string value)
    {
        string name = path[depth];
        bool isLast = depth == path.Length - 1;
        foreach (AttributeFacts member in members)
        {
            if (member.Name != name)
                continue;
            if (isLast)
                return member.Values.Contains(value);
            return Has(member.Members, path, depth + 1, value)
                || member.Alternatives.Any(
                    alternative => (depth == path.Length - 2 && alternative.Discriminator == path[depth + 1] && alternative.Values.Contains(value))
                    || Has(alternative.Members, path, depth + 1, value));
        }

        return false;
    }
}
