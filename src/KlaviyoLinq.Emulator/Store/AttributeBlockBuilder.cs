using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Store;

/// <summary>Writes one block after another, noting where each member's value begins and ends. Used again and again by one thread.</summary>
internal sealed class AttributeBlockBuilder
{
    private readonly ArrayBufferWriter<byte> _text = new(4096);
    private readonly Utf8JsonWriter _json;
    private readonly int[] _starts;
    private readonly int[] _ends;
    private int _open = -1;

    internal AttributeBlockBuilder(int slots)
    {
        _starts = new int[slots];
        _ends = new int[slots];
        // Klaviyo sends letters of all alphabets as they are.
        _json = new Utf8JsonWriter(_text, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        _json.WriteStartObject();
    }

    /// <summary>Gets a value that indicates whether a member was written since the last block.</summary>
    internal bool Any { get; private set; }

    private int Position => (int)(_json.BytesCommitted + _json.BytesPending);

    /// <summary>Begins the value of a member that has a slot; the caller writes exactly one value.</summary>
    internal Utf8JsonWriter Begin(LayoutMember member)
    {
        Close();
        _json.WritePropertyName(member.EncodedName);
        _starts[member.Slot] = Position;
        _open = member.Slot;
        return _json;
    }

    /// <summary>Begins the value of a member that the catalogue does not know; it is only ever shown with the whole.</summary>
    internal Utf8JsonWriter BeginUnlisted(string name)
    {
        Close();
        _json.WritePropertyName(name);
        return _json;
    }

    /// <summary>The block as written, laid in the arena or in an array of its own, and a clean start for the next.</summary>
    internal Block Build(BlockArena? arena)
    {
        Close();
        _json.WriteEndObject();
        _json.Flush();
        int length = AttributeBlock.LengthOf(_text.WrittenCount, _starts.Length);
        Block block = arena?.Take(length) ?? new Block(new byte[length], 0, length);
        AttributeBlock.Write(block.Bytes.AsSpan(block.Start, block.Length), _text.WrittenSpan, _starts, _ends);
        Array.Clear(_starts);
        Array.Clear(_ends);
        Any = false;
        _text.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        return block;
    }

    private void Close()
    {
        Any = true;
        if (_open >= 0)
            _ends[_open] = Position;
        _open = -1;
    }
}
