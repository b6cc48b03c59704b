using System.Text.Json;

namespace KlaviyoLinq.Documents;

/// <summary>
/// Distinguishes a truncated document from a malformed one. A body without a length ends with the connection, so that HTTP takes the half for the whole;
/// the JSON shows it.
/// </summary>
internal static class CutOff
{
    /// <summary>Returns whether this is the beginning of a JSON document that is cut off.</summary>
    internal static bool Holds(ReadOnlySpan<byte> document, int maximumDepth)
    {
        // As if more were to come: what ends here is not an error, what is wrong still is.
        var json = new Utf8JsonReader(document, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = maximumDepth }));
        try
        {
            while (json.Read())
            {
                bool isWhole = json.CurrentDepth == 0 && json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray);
                if (isWhole)
                    return false;
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
