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

    internal static async Task WriteAsync(HttpResponse response, string coding, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        response.Headers.ContentEncoding = coding;
        Stream compressed = coding == "br"
            ? new BrotliStream(response.Body, CompressionLevel.Fastest, leaveOpen: true)
            : new GZipStream(response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await using (compressed.ConfigureAwait(false))
            await compressed.WriteAsync(body, cancellationToken).ConfigureAwait(false);
    }
}
