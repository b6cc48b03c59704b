using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Projections;

/// <summary>Finds the member of a fieldset that brings an attribute.</summary>
internal static class FieldsetRuling
{
    /// <summary>
    /// The narrowest listed member that holds the attribute at <paramref name="path"/>: <c>location.city</c>, or <c>properties</c> where
    /// nothing narrower is listed. A part of a union brings along the members that distinguish its alternatives, because without them no one
    /// could say what it is a part of; where those cannot be requested, the union comes whole. Null with a finding when the endpoint does not
    /// return the attribute.
    /// </summary>
    internal static IReadOnlyList<string>? Members(RequestDraft draft, string resourceType, MemberPath path, int start, Site site)
    {
        FieldsetFacts? fieldset = draft.Operation.FindFieldset(resourceType);
        if (fieldset is not null && Narrowest(fieldset, path.WireName(start)) is { } member)
            return WithDiscriminators(fieldset, draft.Resource(resourceType)?.Attributes ?? [], member);

        draft.Refuse(
            KlaviyoFindingCode.AttributeNotReturned,
            site,
            $"{Naming.Operation(draft.Operation)} does not return {Naming.Member(path)}.",
            start == 0 && Elsewhere.Returning(draft, path.Segments[0].WireName) is { Length: > 0 } places
                ? places.TrimStart()
                : Returned(draft, resourceType, fieldset));
        return null;
    }

    private static string? Narrowest(FieldsetFacts fieldset, string member)
    {
        while (!fieldset.Lists(member))
        {
            int dot = member.LastIndexOf('.');
            if (dot < 0)
                return null;
            member = member.Substring(0, dot);
        }

        return member;
    }

    private static List<string> WithDiscriminators(FieldsetFacts fieldset, IReadOnlyList<AttributeFacts> attributes, string member)
    {
        List<string> asked = [member];
        string[] names = member.Split('.');
        for (int depth = 0; depth < names.Length - 1; depth++)
        {
            AttributeFacts[] here = [.. attributes.Where(attribute => attribute.Name == names[depth])];
            string prefix = string.Join(".", names.Take(depth + 1));
            AlternativeFacts[] alternatives = [.. here.SelectMany(attribute => attribute.Alternatives)];
            if (alternatives.Length > 0)
            {
                string[] discriminators = [.. Discriminators(alternatives).Select(name => prefix + "." + name).Where(fieldset.Lists)];
                if (discriminators.Length == 0)
                    return [prefix, .. asked.Skip(1)];
                asked.AddRange(discriminators.Where(teller => !asked.Contains(teller)));
            }

            attributes = [.. here.SelectMany(attribute => attribute.Members), .. alternatives.SelectMany(alternative => alternative.Members)];
        }

        return asked;
    }

    // An alternative is distinguished from the others by its members that have one value only.
    private static IEnumerable<string> Discriminators(AlternativeFacts[] alternatives) =>
        alternatives.SelectMany(alternative => alternative.Members.Where(member => member.Values.Count == 1).Select(member => member.Name))
            .Concat(alternatives.Select(alternative => alternative.Discriminator).OfType<string>())
            .Distinct();

    private static string Returned(RequestDraft draft, string resourceType, FieldsetFacts? fieldset) => fieldset is null
        ? $"{Naming.Operation(draft.Operation)} returns no attributes of {resourceType}."
        : $"Of {resourceType} it returns {Naming.List(fieldset.Members.Where(name => name.IndexOf('.') < 0))}.";
}
