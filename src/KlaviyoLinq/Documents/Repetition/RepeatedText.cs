namespace KlaviyoLinq.Documents.Repetition;

/// <summary>
/// A value of a document that comes again with nothing changed but the id of its owner, which stands within strings of it. Where it does, it is
/// well-formed because it was the first time. Nothing of it can change, so that threads may share it.
/// </summary>
internal sealed class RepeatedText
{
    // Of this many opening brackets none is too deep, wherever the value stands.
    private const int MostBrackets = 48;

    private readonly byte[] _text;
    private readonly int[] _idEnds;
    private readonly int _idLength;

    private RepeatedText(byte[] text, int[] idEnds, int idLength) => (_text, _idEnds, _idLength) = (text, idEnds, idLength);

    /// <param name="text">The value.</param>
    /// <param name="idEnds">Where in it the id ends, each time.</param>
    /// <param name="idLength">How long the id is.</param>
    /// <returns>Null for a value that nests so deep that it might be well-formed in one place and not in another.</returns>
    internal static RepeatedText? Of(ReadOnlySpan<byte> text, int[] idEnds, int idLength) =>
        text.Count((byte)'{') + text.Count((byte)'[') > MostBrackets ? null : new RepeatedText(text.ToArray(), idEnds, idLength);

    /// <summary>Returns whether a text begins with the value as it would be for another id.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The id as it stands in the document, with nothing in it that is escaped.</param>
    /// <param name="length">How long the value is in the text.</param>
    internal bool Begins(ReadOnlySpan<byte> text, ReadOnlySpan<byte> id, out int length)
    {
        length = 0;
        int start = 0;
        foreach (int end in _idEnds)
        {
            if (!Follows(text, _text.AsSpan(start, end - _idLength - start), ref length) || !Follows(text, id, ref length))
                return false;
            start = end;
        }

        return Follows(text, _text.AsSpan(start), ref length);
    }

    private static bool Follows(ReadOnlySpan<byte> text, ReadOnlySpan<byte> piece, ref int length)
    {
        bool follows = text[length..].StartsWith(piece);
        length += piece.Length;
        return follows;
    }
}
