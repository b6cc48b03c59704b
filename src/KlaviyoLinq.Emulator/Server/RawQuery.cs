using System.Text;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Takes a query string apart without losing how it was sent.</summary>
internal static class RawQuery
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The parameters in the order sent, or null when an escape is no escape or the bytes are no UTF-8.</summary>
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

    /// <summary>Decodes percent escapes and <c>+</c>; null when it cannot be done without guessing.</summary>
    internal static string? Decode(string text)
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
            rune = rune.Value == '+' ? new Rune(' ') : rune;
            int written = rune.EncodeToUtf8(utf8);
            utf8[..written].CopyTo(bytes.AsSpan(length));
            length += written;
            i += rune.Utf16SequenceLength - 1;
        }
        return IsUtf8(bytes.AsSpan(0, length)) ? Strict.GetString(bytes, 0, length) : null;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);
}
