using System.Text.Json;

namespace KlaviyoLinq.Emulator.Writing.Objects;

/// <summary>Property of an object schema.</summary>
/// <param name="Id">The number by which mappings name it.</param>
/// <param name="Name">The name.</param>
/// <param name="Type">The type: <c>string</c>, <c>int</c>, <c>float</c>, <c>boolean</c> or <c>timestamp</c>.</param>
internal sealed record RecordProperty(long Id, string Name, string Type)
{
    /// <summary>Determines whether the property can have a value.</summary>
    internal bool Takes(JsonElement value) => Type switch
    {
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "int" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "float" => value.ValueKind == JsonValueKind.Number,
        "timestamp" => value.ValueKind == JsonValueKind.Number || value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out _),
        _ => value.ValueKind == JsonValueKind.String,
    };
}
