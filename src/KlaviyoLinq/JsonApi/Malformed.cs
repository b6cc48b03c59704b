using System.Text.Json;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.JsonApi;

/// <summary>What is wrong with a document that is no JSON, in the words of the framework's reader, which walks it a second time: only failures pay for this.</summary>
internal static class Malformed
{
    /// <param name="document">The document.</param>
    /// <param name="position">About where it is malformed, should the framework's reader find nothing wrong.</param>
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
            return CutOff.Holds(document, KlaviyoMap.MaxDepth)
                ? new KlaviyoProtocolException($"The answer was cut off: its JSON goes on behind the last of {document.Length} bytes.", reason) { IsCutOff = true }
                : new KlaviyoProtocolException($"The answer is not well-formed JSON: see byte {json.BytesConsumed} of {document.Length}.", reason);
        }

        return new KlaviyoProtocolException($"The answer is not well-formed JSON: see byte {position} of {document.Length}.");
    }
}
