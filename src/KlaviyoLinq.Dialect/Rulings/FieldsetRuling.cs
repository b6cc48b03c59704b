using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings;

/// <summary>Which member of a fieldset brings an attribute.</summary>
internal static class FieldsetRuling
{
    /// <summary>
    /// The narrowest listed member that holds the attribute at <paramref name="path"/>: <c>location.city</c>, or <c>properties</c> where
    /// nothing narrower is listed. Null with a finding when the endpoint does not return it.
    /// </summary>
    internal static string? Member(RequestDraft draft, string resourceType, MemberPath path, int start, Site site)
    {
        FieldsetFacts? fieldset = draft.Operation.FindFieldset(resourceType);
        string member = path.WireName(start);
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

    private static string Returned(RequestDraft draft, string resourceType, FieldsetFacts? fieldset) => fieldset is null
        ? $"{Naming.Endpoint(draft.Operation)} returns no attributes of {resourceType}."
        : $"Of {resourceType} it returns: {Naming.List(fieldset.Members.Where(name => name.IndexOf('.') < 0))}.";
}
