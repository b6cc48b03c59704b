using System.Text;
using System.Text.Json;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Scalars;
using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Documents;

/// <summary>
/// Position in a document at which a reader failed, found by reading the document a second time. Reading keeps no record of its position, so only
/// failures pay for this.
/// </summary>
internal sealed class FailurePlace
{
    /// <summary>The objects and arrays around the current token, outermost first: where each starts, and the member or item that is being read.</summary>
    private readonly List<(int Start, string? Member, int Item)> _around = [];

    private FailurePlace()
    {
    }

    /// <summary>The place as a JSON path: <c>$.data[17].attributes.location.latitude</c>.</summary>
    internal string Path { get; private set; } = "$";

    internal string? ResourceType { get; private set; }

    internal string? ResourceId { get; private set; }

    internal static FailurePlace Find(ReadOnlySpan<byte> document, long position)
    {
        var place = new FailurePlace();
        Utf8JsonReader json = NewReader(document);
        while (json.Read())
        {
            bool ends = json.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray;
            if (ends)
                place._around.RemoveAt(place._around.Count - 1);
            else
                place.Enter(ref json);
            if (json.TokenStartIndex >= position)
                break;
            if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                place._around.Add(((int)json.TokenStartIndex, null, -1));
        }

        place.Path = place.WritePath();
        place.FindResource(document);
        return place;
    }

    internal KlaviyoMaterializationException Complete(KlaviyoMaterializationException failure) =>
        new(failure.Expected, failure.Found, Path, ResourceType, ResourceId);

    private void Enter(ref Utf8JsonReader json)
    {
        if (_around.Count == 0)
            return;
        (int start, string? member, int item) = _around[^1];
        if (json.TokenType == JsonTokenType.PropertyName)
            _around[^1] = (start, JsonText.Decode(json.ValueSpan), -1);
        else if (member is null)
            _around[^1] = (start, null, item + 1);
    }

    private string WritePath()
    {
        var path = new StringBuilder("$");
        foreach ((_, string? member, int item) in _around)
        {
            if (member is null)
                path.Append('[').Append(item).Append(']');
            else if (member.Length > 0 && member.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
                path.Append('.').Append(member);
            else
                path.Append("['").Append(member).Append("']");
        }

        return path.ToString();
    }

    /// <summary>The resource is the object in <c>data</c> or <c>included</c>, or the item of that array, that the place is in.</summary>
    private void FindResource(ReadOnlySpan<byte> document)
    {
        if (_around is not [(_, "data" or "included", _), var inner, ..])
            return;
        if (inner.Member is null && _around.Count < 3)
            return;
        int start = inner.Member is null ? _around[2].Start : inner.Start;

        var json = new JsonScanner(document[start..], KlaviyoMap.MaxDepth);
        try
        {
            json.NextValue();
            while (json.NextMember())
            {
                if (json.UnescapedText.SequenceEqual("type"u8))
                    ResourceType = ReadText(ref json);
                else if (json.UnescapedText.SequenceEqual("id"u8))
                    ResourceId = ReadText(ref json);
                else
                    json.SkipValue();
            }
        }
        catch (JsonException)
        {
            // The document also breaks off further on. What was found so far serves; the failure that is being reported came first.
        }
    }

    /// <summary>The text of a member, or null when it is none: this runs because something in the document is not as it should be.</summary>
    private static string? ReadText(ref JsonScanner json)
    {
        json.NextValue();
        bool isText = new ScalarToken(json.Kind, json.Text, json.IsEscaped).TryReadString(out string? text);
        json.Skip();
        return isText ? text : null;
    }

    private static Utf8JsonReader NewReader(ReadOnlySpan<byte> json) => new(json, new JsonReaderOptions { MaxDepth = KlaviyoMap.MaxDepth });
}
