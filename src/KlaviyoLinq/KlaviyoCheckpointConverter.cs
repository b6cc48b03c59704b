using System.Text.Json;
using System.Text.Json.Serialization;

namespace KlaviyoLinq;

/// <summary>Writes a checkpoint as the JSON string that <see cref="KlaviyoCheckpoint.Serialize"/> gives, and reads it back. System.Text.Json finds it by itself.</summary>
public sealed class KlaviyoCheckpointConverter : JsonConverter<KlaviyoCheckpoint>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is no checkpoint that this library knows; the message says why.</exception>
    public override KlaviyoCheckpoint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("A checkpoint is a string: what KlaviyoCheckpoint.Serialize() gives.");
        try
        {
            return KlaviyoCheckpoint.Parse(reader.GetString()!);
        }
        catch (FormatException fault)
        {
            throw new JsonException(fault.Message, fault);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, KlaviyoCheckpoint value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.Serialize());
    }
}
