using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace KlaviyoLinq.Emulator.Store;

/// <summary>
/// A JSON object as UTF-8 text after an index of where the values of its known members lie, all in one array: a whole answer copies the text,
/// a filter or a sparse fieldset goes straight to one value.
/// </summary>
/// <remarks>Layout: one byte offset width (2 or 4), two bytes slot count, then start and end of each slot's value within the text, then the text.</remarks>
internal readonly ref struct AttributeBlock(ReadOnlySpan<byte> block)
{
    private const int Fixed = 3;

    private readonly ReadOnlySpan<byte> _block = block;

    internal ReadOnlySpan<byte> Text => _block[TextStart..];

    private int TextStart => Header(BinaryPrimitives.ReadUInt16LittleEndian(_block[1..]), _block[0]);

    /// <summary>The JSON of one member's value; empty when the member is absent.</summary>
    internal ReadOnlySpan<byte> Value(int slot)
    {
        int start = TextStart;
        if (_block[0] == 2)
        {
            ReadOnlySpan<ushort> offsets = MemoryMarshal.Cast<byte, ushort>(_block.Slice(Fixed + 4 * slot, 4));
            return _block[(start + offsets[0])..(start + offsets[1])];
        }
        ReadOnlySpan<int> wide = MemoryMarshal.Cast<byte, int>(_block.Slice(Fixed + 8 * slot, 8));
        return _block[(start + wide[0])..(start + wide[1])];
    }

    /// <summary>Gets the length of the block.</summary>
    internal static int LengthOf(int text, int slots) => Header(slots, Width(text)) + text;

    internal static void Write(Span<byte> block, ReadOnlySpan<byte> text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends)
    {
        int width = Width(text.Length);
        block[0] = (byte)width;
        BinaryPrimitives.WriteUInt16LittleEndian(block[1..], checked((ushort)starts.Length));
        for (int i = 0; i < starts.Length; i++)
        {
            WriteOffset(block[(Fixed + 2 * i * width)..], starts[i], width);
            WriteOffset(block[(Fixed + (2 * i + 1) * width)..], ends[i], width);
        }
        text.CopyTo(block[Header(starts.Length, width)..]);
    }

    private static int Width(int text) => text <= ushort.MaxValue ? 2 : 4;

    private static int Header(int slots, int width) => Fixed + 2 * slots * width;

    private static void WriteOffset(Span<byte> to, int offset, int width)
    {
        if (width == 2)
            MemoryMarshal.Write(to, (ushort)offset);
        else
            MemoryMarshal.Write(to, offset);
    }
}
