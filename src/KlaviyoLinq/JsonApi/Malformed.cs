using System.Text.Json;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.JsonApi;

/// <summary>What is wrong with a document that is no JSON, in the words of the framework's reader, which walks it a second time: only failures pay for this.</summary>
internal static class Malformed
{
    /// <param name="document">The document.</param>
    /// <param name="position">About where it is malformed.</param>
    internal static KlaviyoProtocolException Explain(ReadOnlySpan<byte> document, int position)
    {
        var json = new Utf8JsonReader(document, new JsonReaderOptions { MaxDepth = KlaviyoMap.MaxDepth });
        try
        {
            while (json.Read())
            {
            }
        }
        catch (JsonException reason)
        {
            return At(json.BytesConsumed, document, reason);
        }

        return At(position, document, null);
    }

    private static KlaviyoProtocolException At(long position, ReadOnlySpan<byte> document, JsonException? reason) =>
        new($"The answer is not well-formed JSON, or was cut off: see byte {position} of {document.Length}.", reason);
}
