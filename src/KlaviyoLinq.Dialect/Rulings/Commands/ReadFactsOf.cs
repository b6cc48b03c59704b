using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>Finds a member of a body among the attributes that answers have.</summary>
internal static class ReadFactsOf
{
    /// <summary>The attribute of the resource around a place, by the wire names from its attributes on; null where answers do not have it.</summary>
    internal static AttributeFacts? Member(BodyPlace place)
    {
        IEnumerable<AttributeFacts>? members = place.ResourceType is { } type ? KlaviyoCatalogue.Newest.FindResource(type)?.Attributes : null;
        AttributeFacts? found = null;
        foreach (string name in place.InResource)
        {
            found = members?.FirstOrDefault(facts => facts.Name == name);
            members = found is null ? null : found.Members.Concat(found.Alternatives.SelectMany(alternative => alternative.Members));
        }

        return found;
    }
}
