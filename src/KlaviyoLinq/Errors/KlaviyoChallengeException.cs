using System.Globalization;

namespace KlaviyoLinq.Errors;

/// <summary>
/// The network in front of Klaviyo (Cloudflare) answered with a challenge page instead of letting the request through. It is not related to the key or the
/// query, and usually passes. Very long runs of one query (about 1,850 pages) are cut off in the same way.
/// </summary>
public sealed class KlaviyoChallengeException : KlaviyoApiException
{
    private string _advice = "";

    internal KlaviyoChallengeException(ApiFault fault)
        : base(fault, "This is a challenge by the network in front of Klaviyo (Cloudflare), not Klaviyo's own answer: try again later, more slowly or from another address.")
    {
    }

    /// <summary>Number of pages read along one chain of cursors, where that is the likely reason; otherwise 0.</summary>
    public int Depth { get; private set; }

    /// <inheritdoc/>
    public override string Message => Depth == 0 ? base.Message : string.Create(
        CultureInfo.InvariantCulture,
        $"{base.Message} It came after {Depth} pages of one chain of cursors; Klaviyo is known to cut off long chains. {_advice} Or continue later: query.ResumeFrom(exception.Checkpoint).");

    /// <summary>Adds to the failure the depth of the chain and what would let the run continue.</summary>
    internal void CameAt(int depth, string advice) => (Depth, _advice) = (depth, advice);
}
