using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Rulings.Operators;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Projections;

/// <summary><c>Include</c>: a relationship of the queried resource, from the endpoint's list.</summary>
internal static class IncludeRuling
{
    internal static void Apply(RequestDraft draft, IncludeStage include)
    {
        Site site = include.Site.At(include.Navigation.Fragment);
        if (include.Navigation is OpaqueTerm { Kind: OpaqueKind.Collection } part)
        {
            draft.Refuse(
                KlaviyoFindingCode.RelationshipNotIncludable,
                site,
                "Klaviyo includes all resources of a relationship: Include cannot filter, sort or limit them.",
                "Include the relationship itself and filter the included resources in memory" + Related(draft, part.Collection) + ".");
        }
        else if (include.Navigation is not MemberTerm { Path.IsRoot: false } member || member.Path.Segments[0].Kind != SegmentKind.Relationship)
        {
            draft.Refuse(
                KlaviyoFindingCode.RelationshipNotIncludable,
                site,
                $"'{include.Navigation.Fragment}' is not a relationship of {draft.Operation.ResourceType}.",
                Includable(draft));
        }
        else if (member.Path.Segments.Count > 1)
        {
            OperatorRuling.RefuseNested(draft, site);
        }
        else if (Find(draft, member.Path.Last.WireName, site) is { } facts && !draft.Includes.Contains(facts.Relationship))
        {
            draft.Includes.Add(facts.Relationship);
        }
    }

    /// <summary>The include value for a relationship, or null with a finding.</summary>
    internal static IncludeFacts? Find(RequestDraft draft, string relationship, Site site)
    {
        foreach (IncludeFacts facts in draft.Operation.Includes)
            if (facts.Relationship == relationship)
                return facts;
        if (draft.Operation.IsUnchecked && draft.Relationship(relationship) is { } named)
        {
            draft.MarkUnchecked(relationship);
            return new IncludeFacts(relationship, named.ResourceType);
        }

        draft.Refuse(
            KlaviyoFindingCode.RelationshipNotIncludable,
            site,
            $"{Naming.Operation(draft.Operation)} cannot include {relationship}.",
            Includable(draft) + Elsewhere.Including(draft, relationship));
        return null;
    }

    private static string Related(RequestDraft draft, MemberPath? collection) =>
        collection is { Segments: [{ Kind: SegmentKind.Relationship } navigation] }
        && draft.FindRead($"{draft.Operation.Path}/{{id}}/{navigation.WireName}") is { } related
            ? $", or query those of one resource: {Naming.Query(related)}"
            : "";

    private static string Includable(RequestDraft draft) => draft.Operation.Includes.Count == 0
        ? $"{Naming.Operation(draft.Operation)} has no includes."
        : $"{Naming.Operation(draft.Operation)} includes: {Naming.List(draft.Operation.Includes.Select(facts => facts.Relationship))}.";
}
