using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace KlaviyoLinq.Emulator.Store;

/// <summary>
/// A JSON object as UTF-8 text behind an index of where the values of its known members lie, all in one array: a whole answer copies the text,
/// a filter or a sparse fieldset goes straight to one value.
/// </summary>
/// <remarks>Layout: one byte offset width (2 or 4), two bytes slot count, then start and end of each slot's value within the text, then the text.</remarks>
internal readonly struct AttributeBlock(byte[] bytes)
{
    private const int Fixed = 3;

    internal ReadOnlySpan<byte> Text => bytes.AsSpan(TextStart(bytes));

    /// <summary>The JSON of one member's value; empty when the member is absent.</summary>
    internal ReadOnlySpan<byte> Value(int slot)
    {
        ReadOnlySpan<byte> block = bytes;
        if (block[0] == 2)
        {
            ReadOnlySpan<ushort> offsets = MemoryMarshal.Cast<byte, ushort>(block.Slice(Fixed + 4 * slot, 4));
            return block[(TextStart(block) + offsets[0])..(TextStart(block) + offsets[1])];
        }
        ReadOnlySpan<int> wide = MemoryMarshal.Cast<byte, int>(block.Slice(Fixed + 8 * slot, 8));
        return block[(TextStart(block) + wide[0])..(TextStart(block) + wide[1])];
    }

    internal static byte[] Write(ReadOnlySpan<byte> text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends)
    {
        int width = text.Length <= ushort.MaxValue ? 2 : 4;
        int header = Fixed + starts.Length * 2 * width;
        byte[] block = GC.AllocateUninitializedArray<byte>(header + text.Length);
        block[0] = (byte)width;
        BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(1), checked((ushort)starts.Length));
        for (int i = 0; i < starts.Length; i++)
        {
            WriteOffset(block.AsSpan(Fixed + 2 * i * width), starts[i], width);
            WriteOffset(block.AsSpan(Fixed + (2 * i + 1) * width), ends[i], width);
        }
        text.CopyTo(block.AsSpan(header));
        return block;
    }

    private static int TextStart(ReadOnlySpan<byte> block) => Fixed + 2 * block[0] * BinaryPrimitives.ReadUInt16LittleEndian(block[1..]);

    private static void WriteOffset(Span<byte> to, int offset, int width)
    {
        if (width == 2)
            MemoryMarshal.Write(to, (ushort)offset);
        else
            MemoryMarshal.Write(to, offset);
    }
}
