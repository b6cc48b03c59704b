namespace KlaviyoLinq.Model;

/// <summary>
/// An object of Klaviyo's answers: a resource, or an object within one of its attributes. It remembers which of its members the answer
/// held, because a sparse answer leaves members out, and absent is not the same as null.
/// </summary>
public abstract class KlaviyoObject
{
    private ulong _received;

    private protected KlaviyoObject()
    {
    }

    /// <summary>Whether the answer held this member (a wire name such as <c>first_name</c>), be it null or not. False for members set by hand.</summary>
    /// <param name="wireName">The member's name on the wire.</param>
    public bool WasReceived(string wireName)
    {
        ArgumentNullException.ThrowIfNull(wireName);
        int ordinal = OrdinalOf(wireName);
        return ordinal >= 0 && (_received & (1UL << ordinal)) != 0;
    }

    /// <summary>The position by which a member is marked as received; -1 when there is no such member.</summary>
    internal int PlaceOf(string wireName) => OrdinalOf(wireName);

    internal void MarkReceived(int ordinal) => _received |= 1UL << ordinal;

    /// <summary>The position of a member among the object's members as generated, or -1 when it has no such member.</summary>
    private protected abstract int OrdinalOf(string wireName);
}
