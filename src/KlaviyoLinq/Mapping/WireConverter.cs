using System.Text.Json;
using System.Text.Json.Serialization;

namespace KlaviyoLinq.Mapping;

/// <summary>Reads a scalar within an object as those of attributes are read.</summary>
/// <param name="type">The type of the scalar.</param>
internal sealed class WireConverter<T>(WireType type) : JsonConverter<T>
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        type.TryRead(JsonElement.ParseValue(ref reader), out object? value) && (value is not null || default(T) is null)
            ? (T?)value
            : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw new NotSupportedException();
}
