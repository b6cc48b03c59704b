using System.Text;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace KlaviyoLinq.Emulator.Writing.Uploads;

/// <summary>Reader of forms (<c>multipart/form-data</c>).</summary>
internal static class FormReader
{
    private static ReadOnlySpan<byte> EndOfLine => "\r\n"u8;

    /// <summary>Reads the parts of a form; null for a body that is not one.</summary>
    internal static IReadOnlyList<FormPart>? Read(ReadOnlyMemory<byte> body, string contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 } boundary)
            return null;
        byte[] first = Encoding.UTF8.GetBytes($"--{boundary}");
        byte[] later = Encoding.UTF8.GetBytes($"\r\n--{boundary}");
        if (!body.Span.StartsWith(first))
            return null;
        List<FormPart> parts = [];
        ReadOnlyMemory<byte> rest = body[first.Length..];
        while (rest.Span.StartsWith(EndOfLine))
        {
            int end = rest.Span[EndOfLine.Length..].IndexOf(later);
            int blank = rest.Span.IndexOf("\r\n\r\n"u8);
            if (end < 0 || blank < 0 || Part(rest, blank, end + EndOfLine.Length) is not { } part)
                return null;
            parts.Add(part);
            rest = rest[(EndOfLine.Length + end + later.Length)..];
        }
        return rest.Span.StartsWith("--"u8) ? parts : null;
    }

    private static FormPart? Part(ReadOnlyMemory<byte> rest, int blank, int end)
    {
        if (blank + 4 > end)
            return null;
        foreach (string header in Encoding.UTF8.GetString(rest.Span[..blank]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
            if (header.Split(':', 2) is [var name, var value] && name.Equals("Content-Disposition", StringComparison.OrdinalIgnoreCase)
                && ContentDispositionHeaderValue.TryParse(value.Trim(), out ContentDispositionHeaderValue? disposition)
                && disposition.Name is { Length: > 0 } field)
                return new FormPart(Unquoted(field)!, Unquoted(disposition.FileName), rest[(blank + 4)..end]);
        return null;
    }

    private static string? Unquoted(StringSegment text) => HeaderUtilities.RemoveQuotes(text) is { HasValue: true, Length: > 0 } bare ? bare.Value : null;
}
