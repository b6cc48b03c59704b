using System.Buffers;

namespace KlaviyoLinq.Links;

/// <summary>The id of the resource that owns a relationship, as its links may spell it.</summary>
internal readonly ref struct OwnerId
{
    /// <summary>Links with ids for which this does not suffice are kept whole.</summary>
    internal const int Space = 384;

    private static readonly SearchValues<byte> _unreserved = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"u8);

    /// <param name="text">The id in UTF-8; empty as long as it is not known. One that JSON had to escape is in no link as it stands, and links of
    /// such are kept whole.</param>
    /// <param name="space">Where it may be encoded.</param>
    internal OwnerId(ReadOnlySpan<byte> text, Span<byte> space)
    {
        Plain = text;
        Encoded = !text.ContainsAnyExcept(_unreserved) ? text
            : text.Length * 3 <= space.Length ? Encode(text, space)
            : default;
    }

    internal ReadOnlySpan<byte> Plain { get; }

    /// <summary>Percent-encoded, as one segment of a path.</summary>
    internal ReadOnlySpan<byte> Encoded { get; }

    private static ReadOnlySpan<byte> Encode(ReadOnlySpan<byte> text, Span<byte> space)
    {
        int length = 0;
        foreach (byte unit in text)
        {
            if (_unreserved.Contains(unit))
            {
                space[length++] = unit;
                continue;
            }

            space[length++] = (byte)'%';
            space[length++] = "0123456789ABCDEF"u8[unit >> 4];
            space[length++] = "0123456789ABCDEF"u8[unit & 15];
        }

        return space[..length];
    }
}
