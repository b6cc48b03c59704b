using KlaviyoLinq.Links;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Documents.Repetition;

/// <summary>
/// The relationships of a resource as they stood in the document, which Klaviyo writes for the next one with nothing changed but its id: most of a
/// page. A text that is the same but for the id needs no second reading: it says what the first said.
/// </summary>
/// <param name="memory">Where they are kept.</param>
internal sealed class RepeatedRelationships(PageMemory memory)
{
    // Resources that say something else every time are not worth keeping.
    private const int MostKept = 8;

    private readonly List<int> _idEnds = [];
    private bool _isRepeatable;
    private int _kept;

    /// <summary>Relationships that were not the same are being read.</summary>
    /// <param name="id">The id of their owner as it stands in the document; empty when it is not known, or does not stand there as it is.</param>
    internal void Begin(ReadOnlySpan<byte> id)
    {
        _idEnds.Clear();
        _isRepeatable = _kept < MostKept && !id.IsEmpty;
    }

    /// <summary>Records a difference: the next resource needs relationships of its own.</summary>
    internal void Differ() => _isRepeatable = false;

    /// <summary>Adds a link of these relationships.</summary>
    /// <param name="link">The link.</param>
    /// <param name="idLength">How long the id of its owner is.</param>
    /// <param name="start">Where it stands in the document, as it is.</param>
    internal void AddLink(LinkTemplate link, int idLength, int start)
    {
        _isRepeatable &= link.HoldsPlainId;
        if (link.IdEnd(idLength) is >= 0 and int end)
            _idEnds.Add(start + end);
    }

    /// <summary>Completes the reading of the relationships.</summary>
    /// <param name="text">The object.</param>
    /// <param name="start">Where it stands in the document.</param>
    /// <param name="idLength">How long the id of their owner is.</param>
    /// <param name="outline">What they said.</param>
    internal void Keep(ReadOnlySpan<byte> text, int start, int idLength, RelationshipOutline outline)
    {
        if (!_isRepeatable)
            return;
        _kept++;
        int[] ends = [.. _idEnds];
        foreach (ref int end in ends.AsSpan())
            end -= start;
        if (RepeatedText.Of(text, ends, idLength) is { } kept)
            memory.Relationships = new KnownRelationships(kept, outline);
    }

    /// <summary>Returns the relationships of a text that begins with the same ones; null when it does not.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The id of their owner as it stands in the document, with nothing in it that is escaped.</param>
    /// <param name="length">How long they are in the text.</param>
    internal RelationshipOutline? Find(ReadOnlySpan<byte> text, ReadOnlySpan<byte> id, out int length)
    {
        length = 0;
        return !id.IsEmpty && memory.Relationships is { } known && known.Text.Begins(text, id, out length) ? known.Outline : null;
    }
}
