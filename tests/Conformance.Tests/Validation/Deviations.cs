using System.Text.Json.Nodes;

namespace KlaviyoLinq.Conformance.Tests.Validation;

/// <summary>
/// Every deviation from the official document that is tolerated. What stands here excuses nothing else: each is written into the document at its own
/// places, and the document as it then reads is held against everything.
/// </summary>
internal static class Deviations
{
    private static readonly (string Resource, string Attribute)[] _overlapping =
    [
        ("CampaignResponseObjectResource", "send_options"),
        ("CampaignResponseObjectResource", "tracking_options"),
        ("FlowMessageEncodedResponseObjectResource", "definition"),
    ];

    internal static readonly Deviation[] All =
    [
        new("links.next and links.prev are declared as addresses that are never null. All recorded answers have null at the ends.",
            document => MakeNullable(
                from schema in Schemas(document)
                let links = schema["properties"] as JsonObject
                where links?.ContainsKey("next") == true && links.ContainsKey("prev")
                from link in new[] { "next", "prev" }
                select links[link]!.AsObject())),
        new("The data of a relationship to one is declared as an object that is never null. Recorded answers have null where nothing is at the other end.",
            document => MakeNullable(
                from schema in Schemas(document)
                let relationships = schema["properties"]?["relationships"]?["properties"] as JsonObject
                where relationships is not null
                from relationship in relationships
                let data = relationship.Value?["properties"]?["data"] as JsonObject
                where (string?)data?["type"] == "object"
                select data)),
        new("The image of a campaign message is declared as never null, although its identifier at /relationships/image may be, as the templates and campaigns may.",
            document => MakeNullable([Response(document, "/api/campaign-messages/{id}/image")["properties"]!["data"]!.AsObject()])),
        new("A sample value is declared as exactly one of integer, number, string and boolean; an integer is a number too, so that none could be sent.",
            document => MakeAlternativesOverlap(
                from schema in Schemas(document)
                let types = (schema["oneOf"] as JsonArray)?.Select(alternative => (string?)alternative!["type"]).ToArray()
                where types is not null && types.Contains("integer") && types.Contains("number")
                select schema)),
        new("A campaign's options and a flow message's definition are declared as exactly one of several kinds, which no required member tells apart: what fits one fits others.",
            document => MakeAlternativesOverlap(
                from place in _overlapping
                let schema = document["components"]!["schemas"]![place.Resource]!["properties"]!["attributes"]!["properties"]![place.Attribute]!.AsObject()
                where schema.ContainsKey("oneOf")
                select schema)),
    ];

    private static JsonObject Response(JsonObject document, string path)
    {
        JsonNode schema = document["paths"]![path]!["get"]!["responses"]!["200"]!["content"]!["application/vnd.api+json"]!["schema"]!;
        return OfficialDocument.Component(document, (string)schema["$ref"]!).AsObject();
    }

    private static int MakeAlternativesOverlap(IEnumerable<JsonObject> schemas)
    {
        JsonObject[] found = [.. schemas];
        foreach (JsonObject schema in found)
        {
            JsonNode alternatives = schema["oneOf"]!;
            schema.Remove("oneOf");
            schema["anyOf"] = alternatives;
        }
        return found.Length;
    }

    // A reference has no room beside it: it goes into an allOf, as the document itself writes it elsewhere.
    private static int MakeNullable(IEnumerable<JsonObject> schemas)
    {
        JsonObject[] found = [.. schemas];
        foreach (JsonObject schema in found)
        {
            if (schema["$ref"]?.DeepClone() is { } reference)
            {
                schema.Remove("$ref");
                schema["allOf"] = new JsonArray(new JsonObject { ["$ref"] = reference });
            }
            schema["nullable"] = true;
        }
        return found.Length;
    }

    private static IEnumerable<JsonObject> Schemas(JsonNode? node) => node switch
    {
        JsonObject members => [members, .. members.SelectMany(member => Schemas(member.Value))],
        JsonArray elements => elements.SelectMany(Schemas),
        _ => [],
    };
}
