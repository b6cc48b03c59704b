using System.Text.Json.Nodes;

namespace KlaviyoLinq.Conformance.Tests.Validation;

/// <summary>
/// Says “or null” in a way that the validator understands. It fails to read a schema with <c>nullable</c> that names no type (beside a reference, or beside
/// alternatives), says nothing of that, and lets every answer pass whose schema holds one.
/// </summary>
internal static class Nullability
{
    internal static void SpellOut(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray elements:
                foreach (JsonNode? element in elements)
                    SpellOut(element);
                break;
            case JsonObject schema:
                foreach ((string _, JsonNode? member) in schema.ToArray())
                    SpellOut(member);
                if (schema["nullable"] is JsonValue && !schema.ContainsKey("type"))
                    AllowNull(schema);
                break;
        }
    }

    private static void AllowNull(JsonObject schema)
    {
        bool nullable = (bool)schema["nullable"]!;
        schema.Remove("nullable");
        if (!nullable || schema.Count == 0)
            return;
        JsonNode otherwise = schema.DeepClone();
        schema.Clear();
        schema["anyOf"] = new JsonArray(otherwise, new JsonObject { ["enum"] = new JsonArray((JsonNode?)null) });
    }
}
