using System.Text.Json;
using System.Text.Json.Nodes;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>The <c>patch_properties</c> and <c>patch_identifiers</c> of a profile: appends to, takes from and removes custom properties.</summary>
internal static class ProfilePatch
{
    /// <param name="edit">The profile.</param>
    /// <param name="meta">The object that holds the patches, or does not.</param>
    internal static void Apply(ResourceEdit edit, JsonElement meta)
    {
        if (meta.ValueKind != JsonValueKind.Object)
            return;
        if (meta.TryGetProperty("patch_properties", out JsonElement patch) && patch.ValueKind == JsonValueKind.Object)
        {
            if (edit.Attributes["properties"] is not JsonObject properties)
                edit.Attributes["properties"] = properties = [];
            foreach (JsonProperty change in patch.EnumerateObject())
                Apply(properties, change);
        }
        if (meta.TryGetProperty("patch_identifiers", out JsonElement identifiers) && identifiers.ValueKind == JsonValueKind.Object
            && identifiers.TryGetProperty("append", out JsonElement appended))
            foreach (JsonProperty identifier in appended.EnumerateObject())
                edit.Set(identifier.Name, identifier.Value);
    }

    private static void Apply(JsonObject properties, JsonProperty change)
    {
        if (change.Name == "unset")
        {
            foreach (JsonElement name in Items(change.Value))
                properties.Remove(name.GetString()!);
            return;
        }
        if (change.Value.ValueKind != JsonValueKind.Object)
            return;
        foreach (JsonProperty property in change.Value.EnumerateObject())
        {
            JsonArray values = ArrayOf(properties[property.Name]);
            foreach (JsonElement item in Items(property.Value))
                Change(values, item, isAppended: change.Name == "append");
            properties[property.Name] = values;
        }
    }

    /// <summary>A value that is there already is not appended again.</summary>
    private static void Change(JsonArray values, JsonElement item, bool isAppended)
    {
        JsonNode? node = JsonValues.Node(item);
        JsonNode? known = values.FirstOrDefault(value => JsonNode.DeepEquals(value, node));
        if (isAppended && known is null)
            values.Add(node);
        else if (!isAppended && known is not null)
            values.Remove(known);
    }

    private static JsonArray ArrayOf(JsonNode? value) => value switch
    {
        null => [],
        JsonArray array => (JsonArray)array.DeepClone(),
        _ => [value.DeepClone()],
    };

    private static IEnumerable<JsonElement> Items(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Null => [],
        _ => [value],
    };
}
