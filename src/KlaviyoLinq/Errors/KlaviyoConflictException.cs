namespace KlaviyoLinq.Errors;

/// <summary>
/// Conflict of a command with what Klaviyo has: status 409. A resource of the same key exists, a link exists, or a resource is in use. Open on purpose: a
/// duplicate profile is a conflict of which more is known.
/// </summary>
public class KlaviyoConflictException : KlaviyoApiException
{
    internal KlaviyoConflictException(ApiFault fault)
        : this(fault, "A resource of the same key exists already, or the resource is in use: update the existing one (AddOrUpdateAsync where the type has a key), or remove what uses it.")
    {
    }

    private protected KlaviyoConflictException(ApiFault fault, string advice)
        : base(fault, advice)
    {
    }
}
