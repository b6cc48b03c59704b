using KlaviyoLinq.Configuration;

namespace KlaviyoLinq;

/// <content>Retries and timeouts.</content>
public sealed partial class KlaviyoOptions
{
    /// <summary>
    /// Gets the options of retries. The default is up to four retries. With an <see cref="HttpClient"/> that retries by itself, set
    /// <see cref="KlaviyoRetryOptions.MaxRetries"/> to 0, as the attempts would multiply.
    /// </summary>
    public KlaviyoRetryOptions Retry { get; private set; } = new();

    /// <summary>
    /// Gets or sets the timeout of one page with all of its attempts and the waits between them. Waiting for a permit does not count.
    /// <see cref="Timeout"/> is that of a single attempt. The default is 10 minutes; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no
    /// limit.
    /// </summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Gets or sets whether the context refuses every command, so that it can only read. Default false. For code that must not write: reports, tests against an
    /// account in use.
    /// </summary>
    public bool ReadOnly { get; set; }

    /// <summary>
    /// Gets or sets the generator of the random waits between attempts. It need not be thread-safe, but must then not be used elsewhere. The default
    /// is null, for one of the context's own.
    /// </summary>
    public Random? Random { get; set; }

    private void ValidateRetries()
    {
        OptionRules.CheckTotalTimeout(nameof(TotalTimeout), TotalTimeout);
        RetryOptionRules.Check(nameof(Retry), Retry);
    }
}
