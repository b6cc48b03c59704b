using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using KlaviyoLinq.Emulator.Sorting;

namespace KlaviyoLinq.Emulator.Paging;

/// <summary>
/// Writes cursors as opaque text and reads them back. A fingerprint over the cursor and the question it belongs to (path, filter, sort) lets a cursor
/// that was altered, or that stems from another question, be refused.
/// </summary>
internal static class CursorCodec
{
    private const int FingerprintLength = 8;
    private const int HeadLength = 17;

    internal static string Encode(Cursor cursor, string question)
    {
        byte[] text = cursor.Key.Text is { } key ? Encoding.UTF8.GetBytes(key) : [];
        byte[] id = Encoding.UTF8.GetBytes(cursor.Id);
        byte[] bytes = new byte[HeadLength + text.Length + id.Length + FingerprintLength];
        bytes[0] = (byte)((cursor.Forward ? 1 : 0) | (cursor.Key.IsNull ? 2 : 0) | (cursor.Key.Text is null ? 0 : 4));
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(1), cursor.Key.Number);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(9), text.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(13), cursor.Depth);
        text.CopyTo(bytes.AsSpan(HeadLength));
        id.CopyTo(bytes.AsSpan(HeadLength + text.Length));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(^FingerprintLength), Fingerprint(bytes.AsSpan(..^FingerprintLength), question));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The cursor, or null when the text is not one of this question's.</summary>
    internal static Cursor? Decode(string encoded, string question)
    {
        if (!Base64Url.IsValid(encoded))
            return null;
        ReadOnlySpan<byte> bytes = Base64Url.DecodeFromChars(encoded);
        if (bytes.Length < HeadLength + FingerprintLength)
            return null;
        ReadOnlySpan<byte> body = bytes[..^FingerprintLength];
        if (BinaryPrimitives.ReadUInt64LittleEndian(bytes[^FingerprintLength..]) != Fingerprint(body, question))
            return null;
        int length = BinaryPrimitives.ReadInt32LittleEndian(body[9..]);
        if (length < 0 || length > body.Length - HeadLength)
            return null;
        string? text = (body[0] & 4) != 0 ? Encoding.UTF8.GetString(body.Slice(HeadLength, length)) : null;
        SortKey key = new((body[0] & 2) != 0, BinaryPrimitives.ReadInt64LittleEndian(body[1..]), text);
        return new Cursor((body[0] & 1) != 0, key, Encoding.UTF8.GetString(body[(HeadLength + length)..]), BinaryPrimitives.ReadInt32LittleEndian(body[13..]));
    }

    /// <summary>FNV-1a: no secret, it guards against accidents and mix-ups.</summary>
    private static ulong Fingerprint(ReadOnlySpan<byte> body, string question)
    {
        ulong hash = 14695981039346656037;
        foreach (byte b in body)
            hash = (hash ^ b) * 1099511628211;
        foreach (char c in question)
            hash = (hash ^ c) * 1099511628211;
        return hash;
    }
}
