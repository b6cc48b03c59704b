using System.Globalization;
using System.Text.Json;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Documents;

/// <summary>Diagnosis of a document that cannot be read, found by reading it a second time, so that only failures pay for it.</summary>
internal static class Malformed
{
    /// <remarks>The reader's own exception is left behind: it may quote the document from there to its end.</remarks>
    internal static KlaviyoProtocolException Explain(ReadOnlySpan<byte> document)
    {
        if (CutOff.Holds(document, KlaviyoMap.MaxDepth))
            return new KlaviyoProtocolException($"The answer was cut off: its JSON continues after the last of {document.Length} bytes.") { IsCutOff = true };

        var json = new Utf8JsonReader(document, new JsonReaderOptions { MaxDepth = KlaviyoMap.MaxDepth });
        try
        {
            while (json.Read())
            {
            }
        }
        catch (JsonException)
        {
            // Where the reader stands now is the place.
        }

        string wrong = IsTooDeep(in json, document) ? $"is nested deeper than {KlaviyoMap.MaxDepth} levels" : "is not well-formed JSON";
        return new KlaviyoProtocolException(
            string.Create(CultureInfo.InvariantCulture, $"The answer {wrong}: see byte {json.BytesConsumed} of {document.Length}."));
    }

    /// <summary>Returns whether the reader stopped because the document nests too deeply.</summary>
    private static bool IsTooDeep(in Utf8JsonReader json, ReadOnlySpan<byte> document)
    {
        int open = json.CurrentDepth + (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0);
        return open == KlaviyoMap.MaxDepth && document[(int)json.BytesConsumed..].TrimStart(", \t\r\n"u8) is [(byte)'[' or (byte)'{', ..];
    }
}
