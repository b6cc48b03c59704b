using System.IO.Compression;
using System.Text;

namespace KlaviyoLinq.Tests.Faults;

/// <summary>Answers as they go over the wire, byte for byte.</summary>
internal static class Wire
{
    internal const string MediaType = "application/vnd.api+json";

    internal static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>The status line and headers, with the empty line after them.</summary>
    internal static byte[] Head(int status, string? contentType, params string[] headers) =>
        Bytes(
            string.Concat(
                [
                    $"HTTP/1.1 {status} Status\r\n", contentType is null ? "" : $"Content-Type: {contentType}\r\n",
                    .. headers.Select(header => header + "\r\n"), "\r\n"
                ]));

    /// <summary>An answer that says how long it is.</summary>
    internal static byte[] Sized(byte[] body, int status = 200, string? contentType = MediaType, params string[] headers) =>
        [.. Head(status, contentType, [.. headers, $"Content-Length: {body.Length}"]), .. body];

    internal static byte[] Sized(string body, int status = 200, string? contentType = MediaType, params string[] headers) =>
        Sized(Bytes(body), status, contentType, headers);

    /// <summary>An answer in two chunks, and the empty one that ends it.</summary>
    internal static byte[] Chunked(string body)
    {
        (string first, string second) = (body[..(body.Length / 2)], body[(body.Length / 2)..]);
        return [.. Head(200, MediaType, "Transfer-Encoding: chunked"), .. Bytes($"{first.Length:x}\r\n{first}\r\n{second.Length:x}\r\n{second}\r\n0\r\n\r\n")];
    }

    /// <summary>An answer that ends where the connection does: only its content shows whether it is complete.</summary>
    internal static byte[] UntilClosed(byte[] body, params string[] headers) => [.. Head(200, MediaType, [.. headers, "Connection: close"]), .. body];

    internal static byte[] GZip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
            gzip.Write(Bytes(text));
        return packed.ToArray();
    }

    /// <summary>Decompresses as much as possible of data that may be cut off.</summary>
    internal static string Unpack(byte[] packed)
    {
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var text = new StreamReader(gzip);
        return text.ReadToEnd();
    }

    /// <summary>Returns the index at which the body of an answer begins.</summary>
    internal static int BodyStart(byte[] answer) => answer.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
}
