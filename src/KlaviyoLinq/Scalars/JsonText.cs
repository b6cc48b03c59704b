using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace KlaviyoLinq.Scalars;

/// <summary>
/// The text of JSON strings. The framework's reader refuses a lone surrogate (<c>\ud83d</c> without its other half), and texts cut in
/// the middle of an emoji do occur in customers' data; here it becomes U+FFFD, the replacement character, as bytes that are not UTF-8 do.
/// </summary>
internal static class JsonText
{
    private const int StackLimit = 256;

    /// <param name="raw">The string between its quotes, which a JSON reader has found well-formed.</param>
    internal static string Decode(ReadOnlySpan<byte> raw) => raw.Contains((byte)'\\') ? Unescape(raw) : Encoding.UTF8.GetString(raw);

    /// <param name="escaped">The same, known to hold escape sequences.</param>
    internal static string Unescape(ReadOnlySpan<byte> escaped)
    {
        // Neither UTF-8 nor an escape sequence ever takes fewer bytes than it makes UTF-16 units.
        char[]? rented = escaped.Length > StackLimit ? ArrayPool<char>.Shared.Rent(escaped.Length) : null;
        Span<char> text = rented is null ? stackalloc char[StackLimit] : rented;
        int length = Write(escaped, text);
        ReplaceLoneSurrogates(text[..length]);
        string result = new(text[..length]);
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);
        return result;
    }

    private static int Write(ReadOnlySpan<byte> escaped, Span<char> text)
    {
        int length = 0;
        while (true)
        {
            int plain = escaped.IndexOf((byte)'\\');
            length += Encoding.UTF8.GetChars(plain < 0 ? escaped : escaped[..plain], text[length..]);
            if (plain < 0)
                return length;

            byte escape = escaped[plain + 1];
            int consumed = plain + 2;
            if (escape == 'u')
            {
                Utf8Parser.TryParse(escaped.Slice(consumed, 4), out ushort unit, out _, 'x');
                text[length++] = (char)unit;
                consumed += 4;
            }
            else
            {
                text[length++] = escape switch
                {
                    (byte)'n' => '\n',
                    (byte)'r' => '\r',
                    (byte)'t' => '\t',
                    (byte)'b' => '\b',
                    (byte)'f' => '\f',
                    _ => (char)escape,
                };
            }

            escaped = escaped[consumed..];
        }
    }

    private static void ReplaceLoneSurrogates(Span<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else
                text[i] = '\uFFFD';
        }
    }
}
