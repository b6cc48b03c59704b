using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Rulings.Operators;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Projections;

/// <summary><c>Select</c>: what the projection reads becomes sparse fieldsets, and reading through a relationship includes it.</summary>
internal static class SelectRuling
{
    internal static void Apply(RequestDraft draft, SelectStage select)
    {
        ProjectionDraft projection = new();
        foreach (MemberTerm read in select.Reads)
            Apply(draft, projection, read.Path, select.Site.At(read.Fragment));
        foreach (Fragment read in select.OuterReads)
        {
            draft.Refuse(
                KlaviyoFindingCode.SelectManyNotTranslatable,
                select.Site.At(read),
                $"{Naming.Operation(draft.Operation)} returns the {draft.Operation.ResourceType} resources, not the resource that they belong to.",
                "Read it with a separate query: FindAsync(id).");
        }

        draft.Projection = projection;
    }

    private static void Apply(RequestDraft draft, ProjectionDraft projection, MemberPath path, Site site)
    {
        if (path.IsRoot)
        {
            projection.WholeResource = true;
            return;
        }

        switch (path.Segments[0].Kind)
        {
            case SegmentKind.Id:
                Add(projection.Members, "id");
                break;
            case SegmentKind.Attribute:
                Attribute(draft, projection, path, site);
                break;
            case SegmentKind.RelationshipId:
                Identifier(draft, projection, path.Segments[0].WireName, site);
                break;
            case SegmentKind.Relationship:
                Related(draft, projection, path, site);
                break;
            case SegmentKind.Named:
                draft.Refuse(
                    KlaviyoFindingCode.FilterOnlyMemberRead,
                    site,
                    $"{path.WireName()} is named by its wire name, so there is no member of the model to read it from.",
                    "Use Klaviyo.Field in Where and OrderBy; to read what the model lacks, map your own class with KlaviyoOptions.Map.");
                break;
            default:
                draft.Refuse(
                    KlaviyoFindingCode.FilterOnlyMemberRead,
                    site,
                    $"{Naming.Member(path)} is a filter only: Klaviyo never returns it.",
                    "Use it in Where only.");
                break;
        }
    }

    private static void Attribute(RequestDraft draft, ProjectionDraft projection, MemberPath path, Site site)
    {
        if (FieldsetRuling.Members(draft, draft.Operation.ResourceType, path, 0, site) is not { } members)
            return;
        foreach (string member in members)
            Add(projection.Members, member);
        AdditionalFieldsRuling.AddWhereNeeded(draft, draft.Operation.ResourceType, path.Segments[0].WireName);
    }

    private static void Identifier(RequestDraft draft, ProjectionDraft projection, string relationship, Site site)
    {
        if (!draft.Operation.IdentifiersOnly && draft.Relationship(relationship) is { IdentifiersAlwaysSent: true })
            return;
        if (IdentifierAttribute(draft, relationship) is { } attribute)
            Add(projection.Members, attribute);
        else if (IncludeRuling.Find(draft, relationship, site) is { } include)
            Add(Members(projection, include), "id");
    }

    /// <summary>The attribute that holds the identifier in the stead of a relationship: at revision 2022-10-17 an event has <c>metric_id</c>.</summary>
    private static string? IdentifierAttribute(RequestDraft draft, string relationship)
    {
        string attribute = relationship.Replace('-', '_') + "_id";
        return draft.Relationship(relationship) is null && draft.Operation.FindFieldset(draft.Operation.ResourceType)?.Lists(attribute) == true
            ? attribute
            : null;
    }

    private static void Related(RequestDraft draft, ProjectionDraft projection, MemberPath path, Site site)
    {
        if (path.Relationships > 1)
        {
            OperatorRuling.RefuseNested(draft, site);
            return;
        }

        // The id at the other end is known without including it, where Klaviyo sends identifiers anyway.
        if (path.Segments.Count == 2
            && path.Last.Kind == SegmentKind.Id
            && (draft.Relationship(path.Segments[0].WireName) is { ToMany: false } || IdentifierAttribute(draft, path.Segments[0].WireName) is not null))
        {
            Identifier(draft, projection, path.Segments[0].WireName, site);
            return;
        }

        if (IncludeRuling.Find(draft, path.Segments[0].WireName, site) is not { } include)
            return;
        if (path.Segments.Count == 1)
        {
            projection.Related.RemoveAll(related => related.Relationship == include.Relationship);
            projection.Related.Add(new RelatedDraft(include.Relationship, include.ResourceType, null));
        }
        else if (path.Segments[1].Kind == SegmentKind.Id)
        {
            Add(Members(projection, include), "id");
        }
        else if (FieldsetRuling.Members(draft, include.ResourceType, path, 1, site) is { } members)
        {
            foreach (string member in members)
                Add(Members(projection, include), member);
        }
    }

    private static List<string>? Members(ProjectionDraft projection, IncludeFacts include)
    {
        foreach (RelatedDraft related in projection.Related)
            if (related.Relationship == include.Relationship)
                return related.Members;
        List<string> added = [];
        projection.Related.Add(new RelatedDraft(include.Relationship, include.ResourceType, added));
        return added;
    }

    private static void Add(List<string>? members, string member)
    {
        if (members is not null && !members.Contains(member))
            members.Add(member);
    }
}
