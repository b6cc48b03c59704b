using System.Security.Cryptography;
using System.Text;

namespace KlaviyoLinq.Checkpoints;

/// <summary>
/// Fingerprint of a query: a hash (SHA-256, cut to 128 bits) of the whole request, and a short one of each of its parts, so that a refusal can name
/// the part that has changed.
/// </summary>
internal sealed class QueryFingerprint
{
    internal const int WholeLength = 16;
    internal const int PartLength = 4;

    private readonly byte[] _bytes;

    private QueryFingerprint(byte[] bytes) => _bytes = bytes;

    internal ReadOnlySpan<byte> Bytes => _bytes;

    internal static QueryFingerprint Of(IReadOnlyList<string> parts) => new(
    [
        .. SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)))[..WholeLength],
        .. parts.SelectMany(part => SHA256.HashData(Encoding.UTF8.GetBytes(part))[..PartLength]),
    ]);

    internal static QueryFingerprint FromBytes(byte[] bytes) => new(bytes);

    /// <summary>Returns whether both are of the same request.</summary>
    internal bool Matches(QueryFingerprint other) => Bytes.SequenceEqual(other.Bytes);

    /// <summary>Returns the indexes of the parts that differ.</summary>
    internal IEnumerable<int> Differences(QueryFingerprint other)
    {
        for (int part = 0; WholeLength + (part * PartLength) < Math.Min(_bytes.Length, other._bytes.Length); part++)
        {
            Range range = (WholeLength + (part * PartLength))..(WholeLength + ((part + 1) * PartLength));
            if (!_bytes[range].SequenceEqual(other._bytes[range]))
                yield return part;
        }
    }
}
