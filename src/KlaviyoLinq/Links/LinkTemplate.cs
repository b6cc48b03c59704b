using System.Text;

namespace KlaviyoLinq.Links;

/// <summary>
/// A link of a relationship without the id of its owner, which is all that differs from resource to resource: <c>https://…/api/profiles/</c> and
/// <c>/lists/</c>. A page keeps each once, so that the links of its resources cost nothing until someone reads them.
/// </summary>
internal sealed class LinkTemplate
{
    private readonly byte[] _before;
    private readonly byte[] _after;
    private readonly LinkedId _id;

    private LinkTemplate(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, LinkedId id)
    {
        _before = before.ToArray();
        _after = after.ToArray();
        _id = id;
    }

    /// <param name="link">The link in UTF-8.</param>
    /// <param name="owner">The id of its owner.</param>
    internal static LinkTemplate Of(ReadOnlySpan<byte> link, OwnerId owner) =>
        Split(link, owner.Plain, LinkedId.Plain) ?? Split(link, owner.Encoded, LinkedId.Encoded) ?? new LinkTemplate(link, default, LinkedId.None);

    /// <summary>Returns the index at which the id ends in the link of an owner; -1 where the link does not contain it unescaped.</summary>
    internal int IdEnd(int idLength) => _id == LinkedId.Plain ? _before.Length + idLength : -1;

    /// <summary>Returns whether the links of two owners differ only in their unescaped ids.</summary>
    internal bool HoldsPlainId => _id != LinkedId.Encoded;

    /// <summary>Returns whether a link matches this template with the id of its owner.</summary>
    internal bool Matches(ReadOnlySpan<byte> link, OwnerId owner) => _id switch
    {
        LinkedId.Plain => Matches(link, owner.Plain),
        LinkedId.Encoded => Matches(link, owner.Encoded),
        _ => link.SequenceEqual(_before),
    };

    /// <summary>The link of one resource.</summary>
    internal string For(string id)
    {
        string before = Encoding.UTF8.GetString(_before);
        return _id == LinkedId.None ? before : before + (_id == LinkedId.Plain ? id : Uri.EscapeDataString(id)) + Encoding.UTF8.GetString(_after);
    }

    private static LinkTemplate? Split(ReadOnlySpan<byte> link, ReadOnlySpan<byte> id, LinkedId form)
    {
        int start = link.IndexOf((byte)'/');
        while (id.Length > 0 && start >= 0)
        {
            ReadOnlySpan<byte> rest = link[(start + 1)..];
            if (rest.StartsWith(id) && rest.Length > id.Length && rest[id.Length] == '/')
                return new LinkTemplate(link[..(start + 1)], rest[id.Length..], form);
            int next = rest.IndexOf((byte)'/');
            start = next < 0 ? -1 : start + 1 + next;
        }

        return null;
    }

    private bool Matches(ReadOnlySpan<byte> link, ReadOnlySpan<byte> id) =>
        id.Length > 0 && link.Length == _before.Length + id.Length + _after.Length
        && link.StartsWith(_before) && link.EndsWith(_after) && link.Slice(_before.Length, id.Length).SequenceEqual(id);
}
