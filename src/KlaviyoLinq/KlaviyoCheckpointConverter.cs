using System.Text.Json;
using System.Text.Json.Serialization;

namespace KlaviyoLinq;

/// <summary>JSON converter of checkpoints: the string of <see cref="KlaviyoCheckpoint.Serialize"/>. System.Text.Json finds it without configuration.</summary>
public sealed class KlaviyoCheckpointConverter : JsonConverter<KlaviyoCheckpoint>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The value is not a checkpoint that this library reads; the message says why.</exception>
    public override KlaviyoCheckpoint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("A checkpoint must be a string from KlaviyoCheckpoint.Serialize().");
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
