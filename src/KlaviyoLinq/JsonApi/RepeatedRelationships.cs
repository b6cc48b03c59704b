using KlaviyoLinq.Model;

namespace KlaviyoLinq.JsonApi;

/// <summary>
/// The relationships of a resource as they stood in the document, which Klaviyo writes for the next one with nothing changed but its id: most of a
/// page. A text that is the same but for the id needs no second reading. It is well-formed because the first was, and says what the first said.
/// </summary>
internal sealed class RepeatedRelationships
{
    // Resources that say something else every time are not worth keeping.
    private const int MostKept = 8;

    private readonly List<int> _idEnds = [];
    private bool _isRepeatable;
    private int _kept;

    // What is kept: the text, and where in it the id ends, each time.
    private byte[] _text = [];
    private int[] _ends = [];
    private int _idLength;
    private RelationshipOutline? _outline;

    /// <summary>Relationships that were not the same are being read.</summary>
    internal void Begin(ReadOnlySpan<byte> id)
    {
        _idEnds.Clear();
        _isRepeatable = _kept < MostKept && !id.IsEmpty;
    }

    /// <summary>They hold something of which the next resource must have its own.</summary>
    internal void Differ() => _isRepeatable = false;

    /// <summary>They hold this link.</summary>
    /// <param name="link">The link.</param>
    /// <param name="idLength">How long the id of its owner is.</param>
    /// <param name="start">Where it stands in the document, as it is.</param>
    internal void AddLink(LinkTemplate link, int idLength, int start)
    {
        _isRepeatable &= link.HoldsPlainId;
        if (link.IdEnd(idLength) is >= 0 and int end)
            _idEnds.Add(start + end);
    }

    /// <summary>They have been read.</summary>
    /// <param name="text">The object.</param>
    /// <param name="start">Where it stands in the document.</param>
    /// <param name="idLength">How long the id of their owner is.</param>
    /// <param name="outline">What they said.</param>
    internal void Keep(ReadOnlySpan<byte> text, int start, int idLength, RelationshipOutline outline)
    {
        if (!_isRepeatable)
            return;
        _kept++;
        _text = text.ToArray();
        _ends = [.. _idEnds];
        foreach (ref int end in _ends.AsSpan())
            end -= start;
        _idLength = idLength;
        _outline = outline;
    }

    /// <summary>What a text that begins with the same relationships says; null when it does not.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The id of their owner as it stands in the document, with nothing in it that is escaped.</param>
    /// <param name="length">How long they are in the text.</param>
    internal RelationshipOutline? Find(ReadOnlySpan<byte> text, ReadOnlySpan<byte> id, out int length)
    {
        length = 0;
        if (_outline is null || id.IsEmpty)
            return null;
        int start = 0;
        foreach (int end in _ends)
        {
            if (!Follows(text, _text.AsSpan(start, end - _idLength - start), ref length) || !Follows(text, id, ref length))
                return null;
            start = end;
        }

        return Follows(text, _text.AsSpan(start), ref length) ? _outline : null;
    }

    private static bool Follows(ReadOnlySpan<byte> text, ReadOnlySpan<byte> piece, ref int length)
    {
        bool follows = text[length..].StartsWith(piece);
        length += piece.Length;
        return follows;
    }
}
