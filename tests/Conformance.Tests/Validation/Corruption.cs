using System.Text.Json;
using System.Text.Json.Nodes;

namespace KlaviyoLinq.Conformance.Tests.Validation;

/// <summary>Spoils an answer in one place at a time, by a value of another kind than the one that stands there.</summary>
internal static class Corruption
{
    /// <summary>
    /// Each place of the answer, and the whole answer with that place spoilt. What stands in a list is spoilt once for each type of its elements.
    /// </summary>
    /// <param name="answer">The text of a document that conforms.</param>
    /// <param name="resourceType">The type of its primary data. Places within a resource are named after its type: <c>profile/attributes/email</c>,
    /// <c>included/list/id</c>.</param>
    internal static IEnumerable<(string Place, string Answer)> Each(string answer, string resourceType)
    {
        JsonObject document = JsonNode.Parse(answer)!.AsObject();
        foreach ((string place, JsonNode node) in Places(document, "").ToArray())
        {
            JsonNode odd = Odd(node.GetValueKind());
            node.ReplaceWith(odd);
            yield return (Named(place, resourceType), document.ToJsonString());
            odd.ReplaceWith(node);
        }
    }

    private static string Named(string place, string resourceType) => place.Split('/', 4) switch
    {
        ["", "data", "attributes" or "relationships" or "links" or "type" or "id" or "meta", ..] => resourceType + place["/data".Length..],
        ["", "data", string type, string within] => $"{type}/{within}",
        ["", "included", ..] => place[1..],
        _ => place,
    };

    // Null may stand for anything.
    private static IEnumerable<(string Place, JsonNode Node)> Places(JsonNode node, string place) => node switch
    {
        JsonObject members => members.Where(member => member.Value is not null)
            .SelectMany(member => Places(member.Value!, $"{place}/{member.Key}").Prepend(($"{place}/{member.Key}", member.Value!))),
        JsonArray elements => elements.OfType<JsonNode>().DistinctBy(TypeOf)
            .SelectMany(element => Places(element, $"{place}/{TypeOf(element)}").Prepend(($"{place}/{TypeOf(element)}", element))),
        _ => [],
    };

    private static string TypeOf(JsonNode element) => element is JsonObject members && members["type"] is JsonValue type ? type.ToString() : "*";

    private static JsonNode Odd(JsonValueKind kind) =>
        kind is JsonValueKind.Object or JsonValueKind.Array ? JsonValue.Create(true) : new JsonArray(new JsonArray());
}
