namespace KlaviyoLinq.Scanning;

/// <summary>JSON object that grows member by member, of names and values as they stand in a document.</summary>
internal sealed class MemberBuffer
{
    private byte[] _json = new byte[64];
    private int _length;

    /// <summary>Adds a member.</summary>
    /// <param name="name">Its name, without the quotes.</param>
    /// <param name="value">Its value.</param>
    internal void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        Append(_length == 0 ? "{\""u8 : ",\""u8);
        Append(name);
        Append("\":"u8);
        Append(value);
    }

    /// <summary>The object with the members so far.</summary>
    internal byte[] ToArray() => [.. _json.AsSpan(0, _length), (byte)'}'];

    private void Append(ReadOnlySpan<byte> text)
    {
        if (_json.Length - _length < text.Length)
            Array.Resize(ref _json, Math.Max(_json.Length * 2, _length + text.Length));
        text.CopyTo(_json.AsSpan(_length));
        _length += text.Length;
    }
}
