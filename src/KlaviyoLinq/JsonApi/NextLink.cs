using System.Text.Json;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Scalars;

namespace KlaviyoLinq.JsonApi;

/// <summary>
/// The link to the next page. Only its cursor is taken: the next request is made from our own, so that no answer can send it, and the key, to
/// another address.
/// </summary>
internal static class NextLink
{
    private const string CursorParameter = "page[cursor]";

    /// <summary>The reader stands on the name <c>links</c>, and on its value's last token afterwards.</summary>
    /// <returns>The next page, or null when there is none.</returns>
    internal static NextPage? Read(ref Utf8JsonReader json)
    {
        string? link = null;
        bool hasNext = false;
        json.Read();
        if (json.TokenType == JsonTokenType.Null)
            return null;
        if (json.TokenType != JsonTokenType.StartObject)
            throw new KlaviyoMaterializationException("an object", JsonKinds.Describe(json.TokenType));
        while (JsonValues.NextMember(ref json))
        {
            if (!JsonValues.IsNamed(ref json, "next"u8))
            {
                JsonValues.SkipValue(ref json);
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
    private static string? ReadLink(ref Utf8JsonReader json)
    {
        Utf8JsonReader ahead = json;
        ahead.Read();
        if (ahead.TokenType != JsonTokenType.StartObject)
            return JsonValues.ReadString(ref json);

        string? link = null;
        json.Read();
        while (JsonValues.NextMember(ref json))
        {
            if (JsonValues.IsNamed(ref json, "href"u8))
                link = JsonValues.ReadString(ref json);
            else
                JsonValues.SkipValue(ref json);
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

    private static string CursorOf(ReadOnlySpan<char> link)
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

        throw new KlaviyoPaginationException("The answer's link to the next page holds no page[cursor], so there is no way to ask for that page. More rows exist than were read.");
    }

    // As a server reads it: in a query, a bare plus is a space.
    private static string Decode(ReadOnlySpan<char> value) => Uri.UnescapeDataString(value.ToString().Replace('+', ' '));
}
