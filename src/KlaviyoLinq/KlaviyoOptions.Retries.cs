using KlaviyoLinq.Configuration;

namespace KlaviyoLinq;

/// <content>What happens when a page does not come at once.</content>
public sealed partial class KlaviyoOptions
{
    /// <summary>
    /// When and how often a page is asked for again. Default: up to five attempts. Whoever gives an <see cref="HttpClient"/> that retries by itself sets
    /// <see cref="KlaviyoRetryOptions.MaxRetries"/> to 0, as the attempts would multiply.
    /// </summary>
    public KlaviyoRetryOptions Retry { get; private set; } = new();

    /// <summary>
    /// The time one page may take with all attempts at it and the waits between them; waiting for a free rate-limit window does not count.
    /// <see cref="Timeout"/> is that of a single attempt. Default: 10 minutes; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.
    /// </summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Draws the waits between attempts. Need not be safe to use from several threads, but must be used by nobody else then. Null, the default, for one of the
    /// context's own.
    /// </summary>
    public Random? Random { get; set; }

    private void ValidateRetries()
    {
        OptionRules.CheckTotalTimeout(nameof(TotalTimeout), TotalTimeout);
        RetryOptionRules.Check(nameof(Retry), Retry);
    }
}
