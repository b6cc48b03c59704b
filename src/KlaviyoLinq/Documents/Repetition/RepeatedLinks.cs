using System.Text.Json;
using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Documents.Repetition;

/// <summary>Passes over the links of resources, which are not used. Klaviyo writes them for the next resource with nothing changed but its id.</summary>
/// <param name="memory">Where they are kept.</param>
internal sealed class RepeatedLinks(PageMemory memory)
{
    // Links that say something else every time are not worth keeping.
    private const int MostKept = 8;

    private readonly List<int> _idEnds = [];
    private int _kept;

    /// <summary>The scanner stands on the name <c>links</c>, and on its value's last token afterwards.</summary>
    /// <param name="json">The document.</param>
    /// <param name="id">The id of their owner as it stands in the document; empty when it is not known, or does not stand there as it is.</param>
    internal void Skip(ref JsonScanner json, ReadOnlySpan<byte> id)
    {
        if (!id.IsEmpty && memory.Links is { } known && known.Begins(json.Rest(), id, out int length))
        {
            json.SkipKnown(length);
            return;
        }

        json.NextValue();
        if (json.Kind != JsonTokenType.StartObject)
        {
            // Only an object ends where it says: a number may begin as another one does.
            json.Skip();
            return;
        }

        int start = json.TokenStart;
        _idEnds.Clear();
        SkipMembers(ref json, id, start);
        if (id.IsEmpty || _kept >= MostKept)
            return;
        _kept++;
        memory.Links = RepeatedText.Of(json.TextFrom(start), [.. _idEnds], id.Length);
    }

    private void SkipMembers(ref JsonScanner json, ReadOnlySpan<byte> id, int start)
    {
        while (json.NextMember())
        {
            json.NextValue();
            int place = json.Kind == JsonTokenType.String && !json.IsEscaped && !id.IsEmpty ? json.Text.LastIndexOf(id) : -1;
            if (place >= 0)
                _idEnds.Add(json.TokenStart + 1 + place + id.Length - start);
            json.Skip();
        }
    }
}
