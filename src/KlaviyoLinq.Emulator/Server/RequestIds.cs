using System.Buffers.Binary;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Gives every answer a UUID. The same run gives the same ones.</summary>
internal sealed class RequestIds
{
    private long _count;

    internal string Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, 0x01234567_89AB_7000);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], Interlocked.Increment(ref _count) | long.MinValue);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
