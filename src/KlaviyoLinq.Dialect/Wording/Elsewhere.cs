using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;

namespace KlaviyoLinq.Wording;

/// <summary>Names other endpoints that return what this one does not: an attribute of the members of a list, an include of one resource.</summary>
internal static class Elsewhere
{
    /// <summary>The sentence that names the endpoints that return an attribute of the queried type; empty for none.</summary>
    internal static string Returning(RequestDraft draft, string attribute) =>
        Sentence(
            draft, $"{attribute} is only available from",
            operation => operation.FindFieldset(operation.ResourceType) is { } fieldset && fieldset.Lists(attribute));

    /// <summary>The sentence that names the endpoints that return an additional field; empty for none.</summary>
    internal static string ReturningOnRequest(RequestDraft draft, string attribute) =>
        Sentence(
            draft, $"{attribute} is only available from",
            operation => operation.FindAdditionalFields(operation.ResourceType) is { } fieldset && fieldset.Lists(attribute));

    /// <summary>The sentence that names the endpoints that include a relationship of the queried type; empty for none.</summary>
    internal static string Including(RequestDraft draft, string relationship) =>
        Sentence(draft, $"{relationship} can be included by", operation => operation.Includes.Any(include => include.Relationship == relationship));

    private static string Sentence(RequestDraft draft, string what, Func<ReadFacts, bool> gives)
    {
        string[] places = [.. draft.SameType.Where(gives).Select(operation => $"{Naming.Query(operation)} ({Naming.Operation(operation)})")];
        return places.Length == 0 ? "" : $" {what} {Naming.Or(places)}.";
    }
}
