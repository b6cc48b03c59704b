using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>Finds the operations on the same type that take a member which one operation does not take.</summary>
internal static class OtherOperations
{
    internal static IEnumerable<WriteFacts> Taking(WriteFacts operation, BodyPlace place)
    {
        foreach (WriteFamily family in (WriteFamily[])[WriteFamily.Create, WriteFamily.Upsert, WriteFamily.Update])
            if (place.ResourceType is { } type
                && KlaviyoCatalogue.Newest.FindWrite(type, family) is { } other
                && other != operation
                && Has(place.Role == BodyRole.Meta ? other.Meta : other.Attributes, place.InResource))
                yield return other;
    }

    /// <summary>The moment at which an operation sets a member: <c>when the resource is created (POST /api/flows)</c>.</summary>
    internal static string When(WriteFacts operation) => operation.Family switch
    {
        WriteFamily.Create => $"when the {operation.ResourceType} is created ({operation})",
        WriteFamily.Update => $"by an update after the {operation.ResourceType} was created ({operation})",
        _ => $"by {operation}",
    };

    private static bool Has(IReadOnlyList<AttributeFacts> members, IReadOnlyList<string> names)
    {
        IEnumerable<AttributeFacts> level = members;
        AttributeFacts? found = null;
        foreach (string name in names)
        {
            found = level.FirstOrDefault(facts => facts.Name == name);
            if (found is null)
                return false;
            level = found.Members.Concat(found.Alternatives.SelectMany(alternative => alternative.Members));
        }

        return found is not null;
    }
}
