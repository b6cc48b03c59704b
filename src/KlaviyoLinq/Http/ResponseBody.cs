using System.Buffers;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Http;

/// <summary>Whole body in one pooled buffer, which is returned once, on disposal.</summary>
internal sealed class ResponseBody : IDisposable
{
    private const int FirstGuess = 32 * 1024;

    private readonly int _length;
    private byte[]? _buffer;

    private ResponseBody(byte[] buffer, int length)
    {
        _buffer = buffer;
        _length = length;
    }

    /// <summary>Returns an empty body.</summary>
    internal static ResponseBody Empty() => new(ArrayPool<byte>.Shared.Rent(1), 0);

    internal Span<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(_buffer is null, this);
            return _buffer.AsSpan(0, _length);
        }
    }

    /// <summary>Reads a body to its end.</summary>
    /// <param name="content">The content, decompressed as it is read.</param>
    /// <param name="limit">The maximum number of bytes. The framework's own limit does not apply to bodies that are read as streams.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="KlaviyoResponseTooLargeException">It has more bytes.</exception>
    internal static async Task<ResponseBody> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > limit)
            throw new KlaviyoResponseTooLargeException(limit);

        // One byte more than announced, so that the end is seen without growing.
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(limit, content.Headers.ContentLength ?? FirstGuess) + 1);
        int length = 0;
        try
        {
            using Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            while (true)
            {
                int read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    return new ResponseBody(buffer, length);
                length += read;
                if (length > limit)
                    throw new KlaviyoResponseTooLargeException(limit);
                if (length == buffer.Length)
                    buffer = Grow(buffer, limit);
            }
        }
        catch (Exception failure)
        {
            ArrayPool<byte>.Shared.Return(buffer);

            // The framework reports invalid Brotli as an invalid operation, and invalid gzip as invalid data.
            if (failure is InvalidOperationException and not ObjectDisposedException)
                throw new InvalidDataException("The body is not compressed as it says.", failure);
            throw;
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } buffer)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    private static byte[] Grow(byte[] full, int limit)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * full.Length, limit + 1L));
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
