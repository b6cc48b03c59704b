using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Predicates;

/// <summary>
/// Finds the filter field that a member path means. Klaviyo names the same thing differently from endpoint to endpoint (<c>id</c>,
/// <c>ids</c>, <c>profile_id</c>; <c>metric_id</c>, <c>coupon.id</c>), so a path has several possible spellings and the endpoint's
/// own list decides.
/// </summary>
internal static class FieldResolution
{
    internal static FilterFacts? Find(RequestDraft draft, MemberPath path)
    {
        foreach (string name in Candidates(draft, path))
            if (draft.Operation.FindFilter(name) is { } filter)
                return filter;
        return Unchecked(draft, path);
    }

    // The author named a field that the catalogue does not know; it is sent unchecked.
    private static FilterFacts? Unchecked(RequestDraft draft, MemberPath path)
    {
        if (path.IsRoot || !(draft.Operation.IsUnchecked || path.Last.Kind == SegmentKind.Named))
            return null;
        draft.MarkUnchecked(path.WireName());
        return new FilterFacts(path.WireName(), ValueKind.Any, OperatorFlags.All);
    }

    /// <summary>The field that <c>has(field)</c> takes for a relationship, or null.</summary>
    internal static FilterFacts? FindPresence(RequestDraft draft, MemberPath path) =>
        draft.Operation.FindFilter(path.WireName()) is { } filter && filter.Lists(FilterOperator.Has) ? filter : null;

    private static IEnumerable<string> Candidates(RequestDraft draft, MemberPath path)
    {
        if (path.IsRoot)
            return [];

        // A member that exists for filters only may carry the whole name of its field.
        if (path.Last.Kind == SegmentKind.FilterOnly && path.Segments.Count > 1)
            return [path.Last.WireName, .. OfRelated(path.Segments[0].WireName, path.WireName(1))];

        PathSegment first = path.Segments[0];
        return first.Kind switch
        {
            SegmentKind.Id => ["id", "ids", Snake(draft.Operation.ResourceType) + "_id"],
            SegmentKind.RelationshipId => OfIdentifier(draft, first.WireName),
            SegmentKind.Relationship when path.Segments.Count == 2 && path.Last.Kind == SegmentKind.Id => OfIdentifier(draft, first.WireName),
            SegmentKind.Relationship when path.Segments.Count > 1 => OfRelated(first.WireName, path.WireName(1)),
            SegmentKind.Relationship => [],
            _ => [path.WireName()],
        };
    }

    // event.metric -> metric_id; coupon-code.coupon -> coupon.id; catalog-item.categories -> category.id
    private static IEnumerable<string> OfIdentifier(RequestDraft draft, string relationship)
    {
        string own = Snake(relationship);
        yield return own + "_id";
        yield return own + ".id";

        // An older document may filter by a relationship before the resource lists it; what it leads to is the same at every revision.
        RelationshipFacts? facts = draft.Relationship(relationship)
            ?? KlaviyoCatalogue.Newest.FindResource(draft.Operation.ResourceType)?.FindRelationship(relationship);
        if (facts is null)
            yield break;
        string type = Snake(facts.ResourceType);
        yield return type + "_id";
        yield return type + ".id";

        // Only with a dot does the last word alone mean the related resource: an ingestion log's record_id is the source's id, not the object record's.
        yield return Snake(LastWord(facts.ResourceType)) + ".id";

        // Revision 2022-10-17 leaves out the id: catalog-variant.item -> item, catalog-item.categories -> category
        yield return Snake(LastWord(facts.ResourceType));
    }

    // campaign.campaign-messages + channel -> messages.channel
    private static IEnumerable<string> OfRelated(string relationship, string member)
    {
        yield return Snake(relationship) + "." + member;
        yield return Snake(LastWord(relationship)) + "." + member;
    }

    private static string LastWord(string name) => name.Substring(name.LastIndexOf('-') + 1);

    private static string Snake(string name) => name.Replace('-', '_');
}
