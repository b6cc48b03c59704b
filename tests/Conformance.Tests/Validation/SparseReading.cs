using System.Text.Json.Nodes;

namespace KlaviyoLinq.Conformance.Tests.Validation;

/// <summary>
/// Relaxation of the document's schemas for requests of some fields only: required attributes are not required then. The document does not say so,
/// although <c>fields[…]</c> could not leave anything out otherwise. Without required members, alternatives can no longer be distinguished, so one or more
/// of them may match.
/// </summary>
internal static class SparseReading
{
    internal static void Apply(JsonObject document)
    {
        HashSet<JsonNode> seen = [];
        foreach (JsonNode attributes in AttributesIn(document).ToArray())
            Loosen(document, attributes, seen);
    }

    private static IEnumerable<JsonNode> AttributesIn(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member is { Key: "attributes", Value: JsonObject schema } ? [schema] : AttributesIn(member.Value)),
        JsonArray elements => elements.SelectMany(AttributesIn),
        _ => [],
    };

    private static void Loosen(JsonObject document, JsonNode? node, HashSet<JsonNode> seen)
    {
        if (node is null || !seen.Add(node))
            return;
        if (node is JsonArray elements)
        {
            foreach (JsonNode? element in elements)
                Loosen(document, element, seen);
            return;
        }
        if (node is not JsonObject schema)
            return;
        if (schema["required"] is JsonArray)
            schema.Remove("required");
        if (schema["oneOf"] is JsonArray alternatives)
        {
            schema.Remove("oneOf");
            schema["anyOf"] = alternatives;
        }
        foreach ((string name, JsonNode? value) in schema.ToArray())
            Loosen(document, name == "$ref" ? OfficialDocument.Component(document, (string)value!) : value, seen);
    }
}
