using System.Text;
using System.Text.Unicode;

namespace KlaviyoLinq.Emulator.QueryStrings;

/// <summary>Takes a query string apart without losing how it was sent.</summary>
internal static class RawQuery
{
    /// <summary>The parameters in the order sent, or null when an escape is not an escape or the bytes are no UTF-8.</summary>
    internal static IReadOnlyList<RawParameter>? Parse(string query)
    {
        List<RawParameter> parameters = [];
        foreach (string raw in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = raw.IndexOf('=');
            string? name = Decode(equals < 0 ? raw : raw[..equals]);
            string? value = Decode(equals < 0 ? "" : raw[(equals + 1)..]);
            if (name is null || value is null)
                return null;
            parameters.Add(new RawParameter(raw, name, value));
        }
        return parameters;
    }

    /// <summary>Decodes the percent escapes of a path segment; null when it cannot be done without guessing.</summary>
    internal static string? Unescape(string text) => Decode(text, plusIsBlank: false);

    private static string? Decode(string text, bool plusIsBlank = true)
    {
        if (!text.AsSpan().ContainsAny('%', '+'))
            return text;
        byte[] bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        int length = 0;
        Span<byte> utf8 = stackalloc byte[4];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '%')
            {
                if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
                    return null;
                bytes[length++] = Convert.ToByte(text.Substring(i + 1, 2), 16);
                i += 2;
                continue;
            }
            if (!Rune.TryGetRuneAt(text, i, out Rune rune))
                return null;
            rune = plusIsBlank && rune.Value == '+' ? new Rune(' ') : rune;
            int written = rune.EncodeToUtf8(utf8);
            utf8[..written].CopyTo(bytes.AsSpan(length));
            length += written;
            i += rune.Utf16SequenceLength - 1;
        }
        return Utf8.IsValid(bytes.AsSpan(0, length)) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
