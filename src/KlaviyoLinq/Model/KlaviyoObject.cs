using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Model;

/// <summary>
/// Object of Klaviyo's answers: a resource, or an object within one of its attributes. It records which of its members the answer held, because a sparse answer
/// leaves members out, and absent is not the same as null.
/// </summary>
public abstract class KlaviyoObject
{
    private ulong _received;

    private protected KlaviyoObject()
    {
    }

    /// <summary>
    /// Returns true if the answer held this member (a wire name such as <c>first_name</c>), null or not; false for a member that is absent, unknown or was set by
    /// the program.
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

    internal void MarkReceived(int place) => _received |= 1UL << place;

    /// <summary>The members that an answer can hold; null for an object without any.</summary>
    private protected abstract MemberTable? Members { get; }
}
