using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace KlaviyoLinq.Http;

/// <summary>
/// Redacts texts of answers for messages, logs and properties of exceptions: removes the credential, which an answer can repeat in any case and
/// encoding, and control characters, and limits the length.
/// </summary>
internal sealed class Redactor
{
    private const int LongestHeader = 200;
    private const int LongestSentence = 2_000;
    private const int ShortestSecret = 4;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string[] _secrets;

    internal Redactor(params IEnumerable<string> secrets) => _secrets = [.. secrets.Where(secret => secret.Length >= ShortestSecret)];

    /// <summary>The redactor of requests without a credential.</summary>
    internal static Redactor None { get; } = new();

    /// <summary>Redacts a header, a host or a name.</summary>
    internal string? Header(string? text) => Clean(text, LongestHeader);

    /// <summary>Redacts a sentence of an error document.</summary>
    internal string? Sentence(string? text) => Clean(text, LongestSentence);

    /// <summary>Replaces each secret with asterisks.</summary>
    internal string Redact(string text)
    {
        foreach (string secret in _secrets)
            text = Redact(text, secret);
        return text;
    }

    public override string ToString() => "Redactor";

    // Secrets first: cutting the text could leave half of one, and removing characters could join one.
    private string? Clean(string? text, int longest)
    {
        if (text is null)
            return null;
        text = Redact(text);
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') >= 0)
            text = string.Create(text.Length, text, static (plain, given) =>
            {
                for (int i = 0; i < given.Length; i++)
                    plain[i] = IsObeyed(given[i]) ? ' ' : given[i];
            });
        return text.Length <= longest ? text : text[..longest] + "…";
    }

    private static string Redact(string text, string secret)
    {
        StringBuilder? redacted = null;
        int kept = 0;
        for (int i = 0; text.Length - i >= secret.Length; i++)
        {
            int end = EndOf(text, i, secret);
            if (end < 0)
                continue;
            (redacted ??= new StringBuilder()).Append(text, kept, i - kept).Append('*', secret.Length);
            kept = end;
            i = end - 1;
        }

        return redacted is null ? text : redacted.Append(text, kept, text.Length - kept).ToString();
    }

    /// <returns>The end of the secret that begins at an index; -1 for none.</returns>
    private static int EndOf(string text, int at, string secret)
    {
        for (int i = 0; i < secret.Length; i++)
        {
            while (i > 0 && at < text.Length && IsObeyed(text[at]))
                at++;
            (char c, int length) = Next(text.AsSpan(Math.Min(at, text.Length)));
            if (length == 0 || char.ToLowerInvariant(c) != char.ToLowerInvariant(secret[i]))
                return -1;
            at += length;
        }

        return at;
    }

    /// <summary>Reads the next character: plain, percent-encoded, or escaped for JSON or HTML.</summary>
    private static (char Character, int Length) Next(ReadOnlySpan<char> text)
    {
        int digits = text is ['%', ..] ? 3 : text is ['\\', 'u' or 'U', ..] ? 6 : 0;
        if (digits > 0
            && text.Length >= digits
            && ushort.TryParse(text[(digits == 3 ? 1 : 2)..digits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
            return ((char)code, digits);
        if (text is ['&', '#', ..] && text.IndexOf(';') is > 2 and < 10 and int end)
        {
            bool isHex = text[2] is 'x' or 'X';
            if (ushort.TryParse(text[(isHex ? 3 : 2)..end], isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out code))
                return ((char)code, end + 1);
        }

        return text.IsEmpty ? default : (text[0], 1);
    }

    // Control characters, direction marks and invisible characters.
    private static bool IsObeyed(char c) => char.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
