using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings;

/// <summary>Which member of a fieldset brings an attribute.</summary>
internal static class FieldsetRuling
{
    /// <summary>
    /// The narrowest listed member that holds the attribute at <paramref name="path"/>: <c>location.city</c>, or <c>properties</c> where
    /// nothing narrower is listed. A union comes whole, because a part of it would not tell which alternative it is a part of. Null with a
    /// finding when the endpoint does not return it.
    /// </summary>
    internal static string? Member(RequestDraft draft, string resourceType, MemberPath path, int start, Site site)
    {
        FieldsetFacts? fieldset = draft.Operation.FindFieldset(resourceType);
        string member = UpToUnion(draft.Resource(resourceType), path.WireName(start));
        while (fieldset is not null)
        {
            if (fieldset.Lists(member))
                return member;
            int dot = member.LastIndexOf('.');
            if (dot < 0)
                break;
            member = member.Substring(0, dot);
        }

        draft.Refuse(
            FindingCode.AttributeNotReturned,
            site,
            $"{Naming.Endpoint(draft.Operation)} does not return {Naming.Member(path)}.",
            Returned(draft, resourceType, fieldset) + (start == 0 ? Elsewhere.Returning(draft, path.Segments[0].WireName) : ""));
        return null;
    }

    private static string UpToUnion(ResourceFacts? resource, string member)
    {
        IEnumerable<AttributeFacts> attributes = resource?.Attributes ?? [];
        for (int dot = member.IndexOf('.'), start = 0; dot >= 0; start = dot + 1, dot = member.IndexOf('.', start))
        {
            string name = member.Substring(start, dot - start);
            AttributeFacts? facts = attributes.FirstOrDefault(attribute => attribute.Name == name);
            if (facts is null or { Kind: AttributeKind.Union })
                return facts is null ? member : member.Substring(0, dot);
            attributes = facts.Members;
        }

        return member;
    }

    private static string Returned(RequestDraft draft, string resourceType, FieldsetFacts? fieldset) => fieldset is null
        ? $"{Naming.Endpoint(draft.Operation)} returns no attributes of {resourceType}."
        : $"Of {resourceType} it returns: {Naming.List(fieldset.Members.Where(name => name.IndexOf('.') < 0))}.";
}
