using System.Text.Json.Nodes;

namespace KlaviyoLinq.ModelGenerator.Tests.Commands;

/// <summary>Document of a revision that does not exist: the newest one with a change of each kind.</summary>
internal static class NextDocument
{
    internal const string Revision = "2099-01-15";

    internal static string From(string newest)
    {
        JsonNode document = JsonNode.Parse(File.ReadAllText(newest))!;
        JsonNode paths = document["paths"]!;
        JsonNode schemas = document["components"]!["schemas"]!;
        document["info"]!["version"] = Revision;

        paths["/api/tag-copies"] = new JsonObject { ["post"] = paths["/api/tags"]!["post"]!.DeepClone() };
        paths["/api/tag-copies"]!["post"]!["operationId"] = "create_tag_copy";
        paths["/api/web-feeds/{id}"]!.AsObject().Remove("delete");
        paths.AsObject().Remove("/api/coupons/{id}/coupon-codes");
        paths.AsObject().Remove("/api/coupons/{id}/relationships/coupon-codes");

        JsonNode tags = paths["/api/tags"]!["get"]!;
        tags["x-klaviyo-ratelimit"]!["burst"] = "5/s";
        tags["x-klaviyo-filters"]!["name"]!["operators"]!["list"]!.AsArray().Add("any");
        Parameter(tags, "page[size]")["schema"]!["maximum"] = 100;
        JsonArray sorts = Parameter(tags, "sort")["schema"]!["enum"]!.AsArray();
        sorts.Add("rank");
        sorts.Add("-rank");
        Attributes(schemas["TagResponseObjectResource"]!)["color"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("red", "blue") };
        Attributes(schemas["TagCreateQueryResourceObject"]!)["color"] = new JsonObject { ["type"] = "string" };
        schemas["ThrottledSendStrategy"]!["properties"]!["throttle_percentage"]!["enum"]!.AsArray().Add(3);
        DeclareMetricsCreated(schemas);
        return document.ToJsonString();
    }

    private static JsonNode Parameter(JsonNode operation, string name) =>
        operation["parameters"]!.AsArray().Single(parameter => (string)parameter!["name"]! == name)!;

    private static JsonNode Attributes(JsonNode resource) => resource["properties"]!["attributes"]!["properties"]!;

    /// <summary>Mends in the document what an override corrects.</summary>
    private static void DeclareMetricsCreated(JsonNode schemas)
    {
        foreach (JsonNode schema in schemas.AsObject().Select(schema => schema.Value!))
            if (schema["properties"]?["type"]?["$ref"] is { } type
                && ((string)type!).EndsWith("/MetricEnum", StringComparison.Ordinal)
                && Created(schema) is { } created)
                created["format"] = "date-time";
    }

    private static JsonNode? Created(JsonNode resource) => resource["properties"]!["attributes"]?["properties"]?["created"];
}
