using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using KlaviyoLinq.Bodies;
using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Model;

/// <summary>
/// Object of Klaviyo's answers and of bodies: a resource, or an object within one of its attributes. It records which of its members the answer held, because a
/// sparse answer leaves members out, and absent is not the same as null. It also records which members the program has assigned: a command sends these and no
/// others, and sends an assigned null as null.
/// </summary>
public abstract class KlaviyoObject
{
    private ulong _received;
    private ulong _assigned;

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

    /// <summary>
    /// Returns true if the program has assigned this member (a wire name such as <c>first_name</c>), null or not, since the object was read or saved. Assigning
    /// the value that the answer held is not an assignment.
    /// </summary>
    /// <param name="wireName">The member's name on the wire.</param>
    public bool WasAssigned(string wireName)
    {
        ArgumentNullException.ThrowIfNull(wireName);
        int place = Tracked?.Find(wireName) ?? -1;
        return place >= 0 && IsAssigned(place);
    }

    /// <summary>
    /// Indicates whether a member was assigned, here or in an object within it, or a map or the links of a relationship were edited, since the object was read
    /// or saved.
    /// </summary>
    public bool HasChanges => Changed != 0;

    /// <summary>The assigned members, and those whose values have changes, as bits by their places in <see cref="Names"/>.</summary>
    internal ulong Changed => _assigned | NestedChanges();

    /// <summary>The received members, as bits by their places.</summary>
    internal ulong Received => _received;

    /// <summary>The members that a body can have; null for an object without any.</summary>
    internal BodyTable? Names => Tracked;

    /// <summary>Writes the members that were assigned, and those that the scope adds, into the JSON object that is open.</summary>
    internal virtual void WriteMembers(Utf8JsonWriter json, BodyScope scope)
    {
    }

    /// <summary>Ends tracking of what has been assigned, after it was saved: assigned members count as received.</summary>
    /// <param name="except">The members that were assigned since the body was written, as bits by their places: they count as assigned.</param>
    internal void AcceptChanges(ulong except = 0)
    {
        _received |= _assigned & ~except;
        _assigned = except;
        AcceptNested();
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

    /// <summary>The members that record their assignment, by their places; those of <see cref="Members"/> come first.</summary>
    private protected abstract BodyTable? Tracked { get; }

    /// <summary>The members whose values have changes of their own, as bits by their places.</summary>
    private protected virtual ulong NestedChanges() => 0;

    private protected virtual void AcceptNested()
    {
    }

    private protected bool IsAssigned(int place) => (_assigned & (1UL << place)) != 0;

    private protected void Assign([NotNullIfNotNull(nameof(value))] ref string? field, string? value, int place)
    {
        if (IsReceivedOnly(place) && field == value)
            return;
        field = value;
        _assigned |= 1UL << place;
    }

    // Objects, maps and lists are compared by reference: they report changes within them themselves, and a list is assigned as a whole.
    private protected void Assign<T>(ref T field, T value, int place)
    {
        if (IsReceivedOnly(place) && EqualityComparer<T>.Default.Equals(field, value))
            return;
        field = value;
        _assigned |= 1UL << place;
    }

    private bool IsReceivedOnly(int place) => (_received & ~_assigned & (1UL << place)) != 0;
}
