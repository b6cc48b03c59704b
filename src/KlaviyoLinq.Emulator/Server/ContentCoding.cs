using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Compresses answers for those who accept it.</summary>
internal static class ContentCoding
{
    /// <summary>The best coding that the client accepts, or null.</summary>
    internal static string? Of(HttpRequest request)
    {
        string[] accepted = [.. request.Headers.AcceptEncoding.ToString().Split(',').Select(coding => coding.Split(';')[0].Trim())];
        return accepted.Contains("br") ? "br" : accepted.Contains("gzip") ? "gzip" : null;
    }

    /// <summary>The body in a coding, which the answer names.</summary>
    internal static async Task<ReadOnlyMemory<byte>> EncodeAsync(HttpResponse response, string coding, ReadOnlyMemory<byte> body)
    {
        response.Headers.ContentEncoding = coding;
        MemoryStream encoded = new(body.Length / 4 + 64);
        Stream compressed = coding == "br"
            ? new BrotliStream(encoded, CompressionLevel.Fastest, leaveOpen: true)
            : new GZipStream(encoded, CompressionLevel.Fastest, leaveOpen: true);
        await using (compressed.ConfigureAwait(false))
            await compressed.WriteAsync(body).ConfigureAwait(false);
        return encoded.GetBuffer().AsMemory(0, (int)encoded.Length);
    }
}
