using KlaviyoLinq.Emulator.Buffers;
using KlaviyoLinq.Emulator.Paging;
using KlaviyoLinq.Emulator.QueryStrings;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Writes the links of a document: absolute, or null at the ends.</summary>
internal sealed class PageLinks(string baseAddress, string target, IReadOnlyList<RawParameter> parameters, LinkForm form)
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
        to.Write(",\"links\":{"u8);
        if (form != LinkForm.WithoutSelf)
            WriteLink(to, "\"self\":", form == LinkForm.RespelledSelf ? Respelled() : baseAddress + target);
        WriteLink(to, form == LinkForm.WithoutSelf ? "\"next\":" : ",\"next\":", page.Next, identity);
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
        if (cursor is not null)
        {
            WriteLink(to, name, Link(CursorCodec.Encode(cursor, identity)));
            return;
        }

        to.Write(name);
        to.Write(form == LinkForm.EmptyAtEnds ? "\"\""u8 : "null"u8);
    }

    private void WriteLink(PageBuffer to, string name, string link)
    {
        to.Write(name);
        if (form == LinkForm.Objects)
            to.Write("{\"href\":"u8);
        to.WriteString(link);
        if (form == LinkForm.Objects)
            to.Write((byte)'}');
    }

    private string Respelled()
    {
        int query = target.IndexOf('?');
        string path = "https://elsewhere.example/proxy" + (query < 0 ? target : target[..query]) + "/";
        return parameters.Where(p => p.Name == "page[cursor]").Select(p => p.Value).FirstOrDefault() is { } cursor
            ? path + "?page[cursor]=" + Uri.EscapeDataString(Uri.EscapeDataString(cursor)) + "&more=1"
            : path;
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
