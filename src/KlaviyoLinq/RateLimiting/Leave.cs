using System.Threading.RateLimiting;

namespace KlaviyoLinq.RateLimiting;

/// <summary>A lease that counts nothing: what was asked for was no permit, or there was none.</summary>
internal sealed class Leave : RateLimitLease
{
    private Leave(bool isAcquired) => IsAcquired = isAcquired;

    internal static Leave Granted { get; } = new(true);

    internal static Leave Refused { get; } = new(false);

    public override bool IsAcquired { get; }

    public override IEnumerable<string> MetadataNames => [];

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = null;
        return false;
    }
}
