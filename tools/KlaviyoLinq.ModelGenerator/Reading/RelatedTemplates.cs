using System.Text.Json;

namespace KlaviyoLinq.ModelGenerator.Reading;

/// <summary>
/// Templates of the operations that stood for all relationships of a resource in 2022 (<c>/api/lists/{id}/relationships/{related_resource}</c>). Each
/// becomes one operation for each relationship, which answers with the identifiers of what the sibling (<c>/api/lists/{id}/profiles</c>) answers
/// with. One without a sibling (<c>tags</c>, a type that had no operations yet) is left out, since the document does not state its content.
/// </summary>
internal static class RelatedTemplates
{
    private const string Template = "relationships/{related_resource}";

    internal static OperationDraft[] Expand(OperationDraft[] drafts) =>
        [.. drafts.SelectMany(draft => draft.Path.EndsWith(Template, StringComparison.Ordinal) ? Expand(draft, drafts) : [draft])
            .OrderBy(draft => draft.Path, StringComparer.Ordinal)];

    private static IEnumerable<OperationDraft> Expand(OperationDraft template, OperationDraft[] drafts)
    {
        string root = template.Path[..^Template.Length];
        JsonElement related = template.Operation.GetProperty("parameters")
            .EnumerateArray().First(parameter => parameter.GetProperty("name").GetString() == "related_resource");
        foreach (JsonElement value in related.GetProperty("schema").GetProperty("enum").EnumerateArray())
        {
            string relationship = value.GetString()!;
            if (drafts.FirstOrDefault(draft => draft.Path == root + relationship) is { } sibling)
                yield return new OperationDraft(
                    $"{root}relationships/{relationship}", template.Operation, sibling.Collection, sibling.ResourceType, IdentifiersOnly: true);
        }
    }
}
