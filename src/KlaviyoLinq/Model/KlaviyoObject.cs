using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Model;

/// <summary>
/// Object of Klaviyo's answers: a resource, or an object within one of its attributes. It records which of its members the answer held, because a sparse answer
/// leaves members out, and absent is not the same as null.
/// </summary>
public abstract class KlaviyoObject
{
    private ulong _received;

    // Null without any, a MemberBuffer while they are read, and a KlaviyoMap once they have been read.
    private object? _unmapped;

    private protected KlaviyoObject()
    {
    }

    /// <summary>
    /// Gets or sets the members of the answer's object that this class does not have, by their wire names: what only an older revision sends, and
    /// what Klaviyo has added since this version of the library. Empty when there are none. Projections can read it; no filter or sort key can use
    /// it.
    /// </summary>
    public KlaviyoMap UnmappedMembers
    {
        get => _unmapped switch
        {
            null => KlaviyoMap.Empty,
            MemberBuffer buffer => (KlaviyoMap)(_unmapped = new KlaviyoMap(buffer.ToArray())),
            object map => (KlaviyoMap)map,
        };
        set => _unmapped = value;
    }

    /// <summary>
    /// Returns true if the answer held this member (a wire name such as <c>first_name</c>), null or not; false for a member that is absent, unknown
    /// or was set by the program.
    /// </summary>
    /// <param name="wireName">The member's name on the wire.</param>
    public bool WasReceived(string wireName)
    {
        ArgumentNullException.ThrowIfNull(wireName);
        int place = PlaceOf(wireName);
        return place >= 0 && (_received & (1UL << place)) != 0;
    }

    /// <summary>Returns the place of a member in <see cref="Members"/>, by which it is marked as received; -1 for an unknown member.</summary>
    internal int PlaceOf(string wireName) => Members?.Find(wireName) ?? -1;

    /// <summary>Keeps a member that the class does not have: the scanner is at its name before, and at the end of its value after.</summary>
    internal void KeepUnmapped(ref JsonScanner json)
    {
        ReadOnlySpan<byte> name = json.Text;
        json.NextValue();
        ((MemberBuffer)(_unmapped ??= new MemberBuffer())).Add(name, json.SkippedText());
    }

    /// <summary>The same for an attribute, of which a projection keeps nothing; one that is not requested is skipped.</summary>
    internal void KeepUnmapped(ref JsonScanner json, int member, ulong wanted)
    {
        if (member < 0 && wanted == ulong.MaxValue)
            KeepUnmapped(ref json);
        else
            json.SkipValue();
    }

    internal void MarkReceived(int place) => _received |= 1UL << place;

    /// <summary>The members that an answer can hold; null for an object without any.</summary>
    private protected abstract MemberTable? Members { get; }
}
