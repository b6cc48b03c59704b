using System.Buffers;
using System.Text;

namespace KlaviyoLinq.Model;

/// <summary>The id of the resource that owns a relationship, as its links may spell it.</summary>
internal readonly ref struct OwnerId
{
    private static readonly SearchValues<byte> Unreserved = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"u8);

    /// <param name="text">The id in UTF-8; empty as long as it is not known. One that JSON had to escape is in no link as it stands, and links of such are kept whole.</param>
    internal OwnerId(ReadOnlySpan<byte> text)
    {
        Plain = text;
        Encoded = text.ContainsAnyExcept(Unreserved) ? Encoding.UTF8.GetBytes(Uri.EscapeDataString(Encoding.UTF8.GetString(text))) : text;
    }

    internal ReadOnlySpan<byte> Plain { get; }

    /// <summary>Percent-encoded, as one segment of a path.</summary>
    internal ReadOnlySpan<byte> Encoded { get; }
}
