using System.Threading.RateLimiting;

namespace KlaviyoLinq.RateLimiting;

/// <summary>Lease that counts nothing: no permit was requested, or none was granted.</summary>
internal sealed class PermitLease : RateLimitLease
{
    private readonly TimeSpan? _retryAfter;

    private PermitLease(bool isAcquired, TimeSpan? retryAfter = null) => (IsAcquired, _retryAfter) = (isAcquired, retryAfter);

    internal static PermitLease Granted { get; } = new(true);

    internal static PermitLease Refused { get; } = new(false);

    public override bool IsAcquired { get; }

    public override IEnumerable<string> MetadataNames => _retryAfter is null ? [] : [MetadataName.RetryAfter.Name];

    /// <summary>A refusal because the wait would be longer than the request accepts.</summary>
    internal static PermitLease RefusedFor(TimeSpan wait) => new(false, wait);

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = metadataName == MetadataName.RetryAfter.Name ? _retryAfter : null;
        return metadata is not null;
    }
}
