using System.Runtime.Intrinsics;
using System.Text.Json;

namespace KlaviyoLinq.Bodies;

/// <summary>Names of the members that an object can have in a body, by their places, encoded once. Safe to share between threads.</summary>
internal sealed class BodyTable
{
    // Names up to this length are copied together with what follows them in their array, which costs less than a copy of just as many bytes.
    private const int Block = 32;

    private readonly string[] _wireNames;
    private readonly JsonEncodedText[] _names;
    private readonly (byte[] Bytes, int Length)[] _prefixes;

    /// <param name="names">The names on the wire, in the order of the members' places.</param>
    internal BodyTable(params ReadOnlySpan<string> names)
    {
        _wireNames = names.ToArray();
        _names = Array.ConvertAll(_wireNames, name => JsonEncodedText.Encode(name));
        _prefixes = Array.ConvertAll(_names, Prefix);
    }

    internal int Count => _names.Length;

    /// <summary>The name of the member at a place.</summary>
    internal JsonEncodedText this[int place] => _names[place];

    /// <summary>
    /// Copies the name as it stands before a text in an object: from a comma to the text's quotation mark, which are included. Bytes after it may be
    /// overwritten.
    /// </summary>
    /// <returns>The length of the name; 0 where there is not enough room.</returns>
    internal int CopyPrefix(int place, Span<byte> target)
    {
        (byte[] bytes, int length) = _prefixes[place];
        if (target.Length < bytes.Length)
            return 0;
        Vector256.Create(bytes).CopyTo(target);
        if (length > Block)
            bytes.AsSpan(Block, length - Block).CopyTo(target[Block..]);
        return length;
    }

    /// <summary>Returns the name of the member at a place.</summary>
    internal string NameOf(int place) => _wireNames[place];

    /// <summary>Returns the place of a member; -1 when it is not in the table.</summary>
    internal int Find(string name) => Array.IndexOf(_wireNames, name);

    private static (byte[] Bytes, int Length) Prefix(JsonEncodedText name)
    {
        byte[] prefix = [.. ",\""u8, .. name.EncodedUtf8Bytes, .. "\":\""u8];
        int length = prefix.Length;
        Array.Resize(ref prefix, Math.Max(length, Block));
        return (prefix, length);
    }
}
