using System.Text.Json;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Scalars;
using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.JsonApi;

/// <summary>
/// The link to the next page. Only its cursor is taken: the next request is made from our own, so that no answer can send it, and the key, to
/// another address.
/// </summary>
internal static class NextLink
{
    private const string CursorParameter = "page[cursor]";

    // Links with long filters in them, and a cursor, three times over.
    private const int TailLength = 16 * 1024;

    /// <summary>
    /// The cursor that a document seems to link to, found from its end, where Klaviyo writes its links. Right or not, it shows when the document has been
    /// read.
    /// </summary>
    /// <returns>Null when nothing looks like one.</returns>
    internal static string? Hint(ReadOnlySpan<byte> document)
    {
        ReadOnlySpan<byte> tail = document[Math.Max(0, document.Length - TailLength)..];
        int name = tail.LastIndexOf("\"next\":"u8);
        if (name < 0 || !tail[(name + "\"next\":".Length)..].TrimStart((byte)' ').StartsWith("\""u8))
            return null;
        try
        {
            var json = new JsonScanner(tail[(name + "\"next\":".Length)..], maxDepth: 0);
            json.NextValue();
            return FindCursor(json.GetString());
        }
        catch (JsonException)
        {
            return null; // whoever reads the document says what is wrong with it
        }
    }

    /// <summary>The scanner stands on the name <c>links</c>, and on its value's last token afterwards.</summary>
    /// <returns>The next page, or null when there is none.</returns>
    internal static NextPage? Read(ref JsonScanner json)
    {
        string? link = null;
        bool hasNext = false;
        json.NextValue();
        if (json.Kind == JsonTokenType.Null)
            return null;
        if (json.Kind != JsonTokenType.StartObject)
            throw new KlaviyoMaterializationException("an object", JsonKinds.Describe(json.Kind));
        while (json.NextMember())
        {
            if (!json.UnescapedText.SequenceEqual("next"u8))
            {
                json.SkipValue();
                continue;
            }

            // Of two, one would be passed over, and the rows behind it with it.
            if (hasNext)
                throw new KlaviyoProtocolException("The answer is no JSON:API document: its links have next twice.");
            hasNext = true;
            link = ReadLink(ref json);
        }

        return string.IsNullOrEmpty(link) ? null : NextPageOf(link);
    }

    /// <summary>JSON:API writes a link as a string, or as an object with the string in <c>href</c>.</summary>
    private static string? ReadLink(ref JsonScanner json)
    {
        JsonScanner ahead = json;
        ahead.NextValue();
        if (ahead.Kind != JsonTokenType.StartObject)
            return JsonValues.ReadString(ref json);

        string? link = null;
        json.NextValue();
        while (json.NextMember())
        {
            if (json.UnescapedText.SequenceEqual("href"u8))
                link = JsonValues.ReadString(ref json);
            else
                json.SkipValue();
        }

        return link;
    }

    internal static NextPage NextPageOf(string link)
    {
        string cursor = CursorOf(link);
        bool isAbsolute = Uri.TryCreate(link, UriKind.Absolute, out Uri? absolute) && absolute.Scheme is "http" or "https";
        string path = isAbsolute ? absolute!.AbsolutePath : link[..Math.Max(0, link.IndexOf('?', StringComparison.Ordinal))];
        return new NextPage(cursor, isAbsolute ? absolute!.GetLeftPart(UriPartial.Authority) : null, Uri.UnescapeDataString(path).TrimEnd('/'));
    }

    private static string CursorOf(ReadOnlySpan<char> link) => FindCursor(link)
        ?? throw new KlaviyoPaginationException("The answer's link to the next page holds no page[cursor], so there is no way to ask for that page. More rows exist than were read.");

    private static string? FindCursor(ReadOnlySpan<char> link)
    {
        int fragment = link.IndexOf('#');
        if (fragment >= 0)
            link = link[..fragment];
        ReadOnlySpan<char> query = link[(link.IndexOf('?') + 1)..];
        foreach (Range range in query.Split('&'))
        {
            ReadOnlySpan<char> parameter = query[range];
            int equals = parameter.IndexOf('=');
            if (equals > 0 && equals < parameter.Length - 1 && Uri.UnescapeDataString(parameter[..equals]) == CursorParameter)
                return Decode(parameter[(equals + 1)..]);
        }

        return null;
    }

    // As a server reads it: in a query, a bare plus is a space.
    private static string Decode(ReadOnlySpan<char> value) => Uri.UnescapeDataString(value.ToString().Replace('+', ' '));
}
