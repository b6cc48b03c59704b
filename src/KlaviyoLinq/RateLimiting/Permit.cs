using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace KlaviyoLinq.RateLimiting;

/// <summary>
/// Permit for one request, counted against every limit that the request uses. Only <see cref="TakeBack"/> returns it: a request that was sent stays
/// counted.
/// </summary>
internal sealed class Permit(AccountLimiter account, IReadOnlyList<LimitLog> limits, IReadOnlyList<LoggedRequest> requests) : RateLimitLease
{
    public override bool IsAcquired => true;

    public override IEnumerable<string> MetadataNames => [];

    internal IReadOnlyList<LimitLog> Limits => limits;

    internal IReadOnlyList<LoggedRequest> Requests => requests;

    public override bool TryGetMetadata(string metadataName, [MaybeNullWhen(false)] out object? metadata)
    {
        metadata = null;
        return false;
    }

    /// <summary>Records that the request is sent now.</summary>
    internal void Send() => account.Send(this);

    /// <summary>Returns the permit of a request that was not sent.</summary>
    internal void TakeBack() => account.TakeBack(this);

    /// <summary>Records an answer.</summary>
    /// <returns>The news about the limits.</returns>
    internal IReadOnlyList<LimitNotice> Answer(KlaviyoRateLimitAnswer answer) => account.Answer(this, answer);
}
