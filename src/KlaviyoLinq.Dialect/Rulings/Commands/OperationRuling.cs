using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>The text about a type that has no operation of a kind: at compile time in place of CS0311.</summary>
internal static class OperationRuling
{
    internal static KlaviyoFinding Missing(Site site, string resourceType, WriteFamily family) => site.Finding(
        KlaviyoFindingCode.OperationMissing,
        $"Klaviyo has no operation that {Verb(family)} a {resourceType}.",
        Advice(resourceType, family));

    private static string Verb(WriteFamily family) => family switch
    {
        WriteFamily.Create => "creates",
        WriteFamily.Update => "updates",
        WriteFamily.Delete => "deletes",
        _ => "creates or updates",
    };

    private static string Advice(string type, WriteFamily family) => (type, family) switch
    {
        ("profile", WriteFamily.Delete) =>
            "Request a deletion by the privacy laws (POST /api/data-privacy-deletion-jobs), suppress the profile (POST /api/profile-suppression-bulk-create-jobs), "
            + "or remove it from a list (DELETE /api/lists/{id}/relationships/profiles).",
        ("metric", WriteFamily.Create) => "A metric comes into being with its first event: POST /api/events.",
        ("event", _) => "Events are recorded by POST /api/events, and stay as they are.",
        _ => Existing(type),
    };

    private static string Existing(string type)
    {
        string[] operations =
        [
            .. KlaviyoCatalogue.Newest.Operations.OfType<WriteFacts>()
                .Where(operation => !operation.IsClient && (operation.ResourceType ?? KlaviyoCatalogue.Newest.FindRead(operation.Path)?.ResourceType) == type)
                .Select(operation => operation.ToString())
        ];
        return operations.Length == 0 ? $"Resources of the type {type} can be read only." : $"There is {Naming.List(operations)}.";
    }
}
