using KlaviyoLinq.Emulator.Buffers;
using KlaviyoLinq.Emulator.Paging;
using KlaviyoLinq.Emulator.QueryStrings;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Writes the links of a document: absolute, or null at the ends.</summary>
internal sealed class PageLinks(string baseAddress, string target, IReadOnlyList<RawParameter> parameters)
{
    private const string CursorParameter = "page%5Bcursor%5D=";

    /// <summary>
    /// The cursor of a link, or the text itself. Klaviyo's SDKs take the whole of <c>links.next</c> and cut the cursor out of it, but only of an https
    /// address; an emulator's is http.
    /// </summary>
    internal static string CursorOf(string value) =>
        value.StartsWith("http://", StringComparison.Ordinal) && value.LastIndexOf(CursorParameter, StringComparison.Ordinal) is >= 0 and int at
            ? value[(at + CursorParameter.Length)..]
            : value;

    internal void Write(PageBuffer to, Page page, string identity)
    {
        WriteSelf(to, baseAddress + target);
        WriteLink(to, ",\"next\":", page.Next, identity);
        WriteLink(to, ",\"prev\":", page.Previous, identity);
        to.Write((byte)'}');
    }

    /// <summary>Begins the links with the address that was asked, as it was asked.</summary>
    internal static void WriteSelf(PageBuffer to, string self)
    {
        to.Write(",\"links\":{\"self\":"u8);
        to.WriteString(self);
    }

    private void WriteLink(PageBuffer to, string name, Cursor? cursor, string identity)
    {
        to.Write(name);
        if (cursor is null)
            to.Write("null"u8);
        else
            to.WriteString(Link(CursorCodec.Encode(cursor, identity)));
    }

    /// <summary>Every parameter of the request in its order and spelling, and the cursor last.</summary>
    private string Link(string cursor)
    {
        int query = target.IndexOf('?');
        string path = query < 0 ? target : target[..query];
        IEnumerable<string> kept = parameters.Where(p => p.Name != "page[cursor]").Select(p => p.Raw).Append(CursorParameter + cursor);
        return baseAddress + path + "?" + string.Join('&', kept);
    }
}
