using System.Runtime.InteropServices;
using KlaviyoLinq.Links;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Documents;

/// <summary>Relationship outlines shared by the resources of a document, each stored once.</summary>
internal sealed class OutlineTable
{
    // A page has a few outlines and a few dozen links. One that has more is of a kind that shares nothing, and is not searched for it.
    private const int Searched = 64;

    private readonly List<RelationshipOutline> _outlines = [];
    private readonly List<LinkTemplate> _templates = [];
    private int _next;

    internal LinkTemplate Template(ReadOnlySpan<byte> link, OwnerId ownerId)
    {
        // Links come in the same order for every resource: the one that is due is where the last search ended.
        for (int tried = 0; tried < _templates.Count; tried++)
        {
            if (_next >= _templates.Count)
                _next = 0;
            LinkTemplate template = _templates[_next++];
            if (template.Matches(link, ownerId))
                return template;
        }

        LinkTemplate added = LinkTemplate.Of(link, ownerId);
        if (_templates.Count < Searched)
            _templates.Add(added);
        _next = _templates.Count;
        return added;
    }

    internal RelationshipOutline Outline(List<RelationshipEntry> entries)
    {
        foreach (RelationshipOutline known in _outlines)
        {
            if (CollectionsMarshal.AsSpan(entries).SequenceEqual(known.Entries))
                return known;
        }

        RelationshipOutline outline = new([.. entries]);
        if (_outlines.Count < Searched)
            _outlines.Add(outline);
        return outline;
    }
}
