using System.Text.Json;
using KlaviyoLinq.Commands.Bodies;

namespace KlaviyoLinq.Importing;

/// <summary>The parts of a request before and after its rows.</summary>
/// <param name="Start">The part before the first row.</param>
/// <param name="End">The part after the last row.</param>
internal sealed record ImportEnvelope(byte[] Start, byte[] End)
{
    // No row contains it: within strings the writer escapes control characters.
    private static readonly byte[] _mark = "\u0001"u8.ToArray();

    internal static ImportEnvelope Of<TRow>(ImportPlan<TRow> plan)
    {
        using ChunkBuffer buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            json.WriteStartObject();
            json.WritePropertyName("data"u8);
            json.Resource(
                plan.Operation.ResourceType!,
                attributes: plan.Member is null ? null : () =>
                {
                    plan.Attributes?.Invoke(json);
                    Rows(json, plan.Member);
                },
                relationships: plan.Relationship is { } relationship
                    ? () => Rows(json, relationship)
                    : plan.Relationships is null ? null : () => plan.Relationships(json));
            json.WriteEndObject();
        }

        ReadOnlySpan<byte> written = buffer.Written.Span;
        int mark = written.IndexOf(_mark);
        return new ImportEnvelope(written[..mark].ToArray(), written[(mark + _mark.Length)..].ToArray());
    }

    private static void Rows(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject(name);
        json.WriteStartArray("data"u8);
        json.WriteRawValue(_mark, skipInputValidation: true);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
