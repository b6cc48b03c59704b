namespace KlaviyoLinq.Errors;

/// <summary>
/// The network in front of Klaviyo (Cloudflare) answered with a challenge page instead of letting the request through. It says nothing about the
/// key or the query, and usually passes; very long runs over one cursor (some 1,850 pages) meet it, too.
/// </summary>
public sealed class KlaviyoChallengeException : KlaviyoApiException
{
    internal KlaviyoChallengeException(ApiFault fault)
        : base(fault, "This is a challenge by the network in front of Klaviyo (Cloudflare), not Klaviyo's own answer: try again later, more slowly or from another address.")
    {
    }
}
