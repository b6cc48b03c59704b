using System.Text.Json;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Scalars;
using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Documents;

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
            return CursorsOf(json.GetString()) is [{ Length: > 0 } cursor] ? cursor : null;
        }
        catch (JsonException)
        {
            return null; // the reader of the document reports what is wrong with it
        }
    }

    /// <summary>The scanner stands on the name <c>links</c>, and on its value's last token afterwards.</summary>
    /// <exception cref="KlaviyoPaginationException">The link to the next page holds no cursor, or two.</exception>
    internal static DocumentLinks Read(ref JsonScanner json)
    {
        (string? text, NextForm form) next = (null, NextForm.Missing);
        string? self = null;
        json.NextValue();
        if (json.Kind == JsonTokenType.Null)
            return DocumentLinks.None;
        if (json.Kind != JsonTokenType.StartObject)
            throw new KlaviyoMaterializationException("an object", JsonKinds.Describe(json.Kind));
        while (json.NextMember())
        {
            ReadOnlySpan<byte> name = json.UnescapedText;
            if (name.SequenceEqual("self"u8))
            {
                self = ReadLink(ref json).Text;
            }
            else if (name.SequenceEqual("next"u8))
            {
                // Of two, one would be skipped, and the rows after it with it.
                if (next.form != NextForm.Missing)
                    throw new KlaviyoProtocolException("The answer is not a JSON:API document: its links have next twice.");
                next = ReadLink(ref json);
            }
            else
            {
                json.SkipValue();
            }
        }

        return new DocumentLinks(next.form == NextForm.Page ? NextPageOf(next.text!) : null, next.form, self);
    }

    /// <summary>JSON:API writes a link as a string, or as an object with the string in <c>href</c>.</summary>
    private static (string? Text, NextForm Form) ReadLink(ref JsonScanner json)
    {
        JsonScanner ahead = json;
        ahead.NextValue();
        if (ahead.Kind == JsonTokenType.StartObject)
            return ReadHref(ref json) is { } href ? (href, NextForm.Page) : (null, NextForm.Unusable);
        if (ahead.Kind is not (JsonTokenType.String or JsonTokenType.Null))
        {
            json.SkipValue();
            return (null, NextForm.Unusable);
        }

        return JsonValues.ReadString(ref json) is { Length: > 0 } text ? (text, NextForm.Page) : (null, NextForm.End);
    }

    /// <returns>Null where there is no such string.</returns>
    private static string? ReadHref(ref JsonScanner json)
    {
        string? link = null;
        json.NextValue();
        while (json.NextMember())
        {
            JsonScanner ahead = json;
            ahead.NextValue();
            if (ahead.Kind == JsonTokenType.String && json.UnescapedText.SequenceEqual("href"u8))
                link = JsonValues.ReadString(ref json);
            else
                json.SkipValue();
        }

        return string.IsNullOrEmpty(link) ? null : link;
    }

    internal static NextPage NextPageOf(string link)
    {
        string cursor = CursorOf(link);
        bool isAbsolute = Uri.TryCreate(link, UriKind.Absolute, out Uri? absolute) && absolute.Scheme is "http" or "https";
        string path = isAbsolute ? absolute!.AbsolutePath : link[..Math.Max(0, link.IndexOf('?', StringComparison.Ordinal))];
        return new NextPage(cursor, isAbsolute ? absolute!.GetLeftPart(UriPartial.Authority) : null, Uri.UnescapeDataString(path).TrimEnd('/'));
    }

    /// <summary>The values of <c>page[cursor]</c> in a link, decoded the way a server reads them.</summary>
    internal static List<string> CursorsOf(ReadOnlySpan<char> link)
    {
        List<string> cursors = [];
        int fragment = link.IndexOf('#');
        if (fragment >= 0)
            link = link[..fragment];
        ReadOnlySpan<char> query = link[(link.IndexOf('?') + 1)..];
        foreach (Range range in query.Split('&'))
        {
            ReadOnlySpan<char> parameter = query[range];
            int equals = parameter.IndexOf('=');
            if (equals > 0 && Uri.UnescapeDataString(parameter[..equals]) == CursorParameter)
                cursors.Add(Decode(parameter[(equals + 1)..]));
        }

        return cursors;
    }

    private static string CursorOf(string link) => CursorsOf(link) switch
    {
        [{ Length: > 0 } cursor] => cursor,
        { Count: > 1 } =>
            throw new KlaviyoPaginationException(
                "The answer's link to the next page holds page[cursor] twice, so it is unknown which of them leads to that page. More rows exist than were read."),
        _ => throw new KlaviyoPaginationException("The answer's link to the next page holds no page[cursor], so that page cannot be requested. More rows exist than were read."),
    };

    // In a query, a bare plus is a space.
    private static string Decode(ReadOnlySpan<char> value) => Uri.UnescapeDataString(value.ToString().Replace('+', ' '));
}
