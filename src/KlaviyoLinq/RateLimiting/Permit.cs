using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace KlaviyoLinq.RateLimiting;

/// <summary>Leave to send one request, counted against every limit that it uses up. Given back by <see cref="TakeBack"/> only: what was sent stays counted.</summary>
internal sealed class Permit(AccountLimiter account, IReadOnlyList<LimitLog> limits, IReadOnlyList<Passage> passages) : RateLimitLease
{
    public override bool IsAcquired => true;

    public override IEnumerable<string> MetadataNames => [];

    internal IReadOnlyList<LimitLog> Limits => limits;

    internal IReadOnlyList<Passage> Passages => passages;

    public override bool TryGetMetadata(string metadataName, [MaybeNullWhen(false)] out object? metadata)
    {
        metadata = null;
        return false;
    }

    /// <summary>The request leaves now.</summary>
    internal void Send() => account.Send(this);

    /// <summary>The request was not sent after all.</summary>
    internal void TakeBack() => account.TakeBack(this);

    /// <summary>The answer is here.</summary>
    /// <returns>The limits that turned out to be others than were known: name, window, number before (null for none), number now.</returns>
    internal IReadOnlyList<(string Name, TimeSpan Length, int? Known, int Reported)> Answer(KlaviyoRateLimitAnswer answer) => account.Answer(this, answer);
}
