using KlaviyoLinq.Emulator.Buffers;

namespace KlaviyoLinq.Emulator.Documents;

/// <summary>
/// Ready texts with an id between each and the next. Ids of one type are mostly of one length, and for each length the whole run is kept as one text
/// in which the ids are then filled in: one large copy and a few small ones.
/// </summary>
/// <param name="texts">The texts, one more than there are ids.</param>
/// <param name="inPath">For each id whether it stands in a path.</param>
internal sealed class PlanRun(byte[][] texts, bool[] inPath)
{
    private const int LongestKept = 64;

    private readonly byte[]?[] _kept = new byte[LongestKept + 1][];

    internal void Write(PageBuffer to, ReadOnlySpan<byte> idInJson, ReadOnlySpan<byte> idInPath)
    {
        int length = idInJson.Length;
        if (length != idInPath.Length || length > LongestKept)
        {
            WriteInTurn(to, idInJson, idInPath);
            return;
        }
        Span<byte> run = to.Append(_kept[length] ??= Spread(length));
        int at = 0;
        for (int i = 0; i < inPath.Length; i++)
        {
            at += texts[i].Length;
            (inPath[i] ? idInPath : idInJson).CopyTo(run[at..]);
            at += length;
        }
    }

    private void WriteInTurn(PageBuffer to, ReadOnlySpan<byte> idInJson, ReadOnlySpan<byte> idInPath)
    {
        for (int i = 0; i < inPath.Length; i++)
        {
            to.Write(texts[i]);
            to.Write(inPath[i] ? idInPath : idInJson);
        }
        to.Write(texts[^1]);
    }

    private byte[] Spread(int length)
    {
        byte[] spread = new byte[texts.Sum(text => text.Length) + inPath.Length * length];
        int at = 0;
        foreach (byte[] text in texts)
        {
            text.CopyTo(spread, at);
            at += text.Length + length;
        }
        return spread;
    }
}
