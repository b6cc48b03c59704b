using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>Refuses a relationship that the operation does not take, and names the operation that edits it.</summary>
internal static class RelationshipRuling
{
    internal static void Refuse(CommandReview review, BodyPlace place, string name)
    {
        WriteFacts[] editing = [.. Editing(place.ResourceType, name)];
        review.Refuse(
            KlaviyoFindingCode.RelationshipNotEditable,
            place,
            $"{review.Operation} does not take the relationship {place.Both}.",
            editing.Length > 0
                ? $"Edit it with {Naming.Or(editing.Select(operation => operation.ToString()))}."
                : "Leave it unassigned: Klaviyo has no operation that edits it.");
    }

    private static IEnumerable<WriteFacts> Editing(string? type, string name)
    {
        IEnumerable<WriteFacts> writes = KlaviyoCatalogue.Newest.Operations.OfType<WriteFacts>();
        string? single = type is null ? null : KlaviyoCatalogue.Newest.FindSingle(type)?.Path;
        return writes.Where(operation => operation.Path == single + "/relationships/" + name
            || (operation.Family == WriteFamily.RelationshipAdd
                && operation.ResourceType == type
                && operation.Path.StartsWith($"/api/{name}/", StringComparison.Ordinal)));
    }
}
