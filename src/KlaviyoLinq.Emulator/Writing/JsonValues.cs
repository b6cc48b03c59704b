using System.Text.Json;
using System.Text.Json.Nodes;

namespace KlaviyoLinq.Emulator.Writing;

/// <summary>Conversion of JSON that was read into JSON that can be changed.</summary>
internal static class JsonValues
{
    /// <returns>Null for the JSON <c>null</c>.</returns>
    internal static JsonNode? Node(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(value),
        JsonValueKind.Array => JsonArray.Create(value),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(value),
    };
}
