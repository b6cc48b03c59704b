namespace KlaviyoLinq;

/// <summary>
/// Options of retries. Failures that can pass are retried: 408, 429, 500 to 504, 520 to 524, challenges of the network in front of Klaviyo, transport failures,
/// truncated bodies and timeouts of attempts. TLS failures, all other statuses, and answers that would be the same again are not.
/// </summary>
public sealed class KlaviyoRetryOptions
{
    /// <summary>Gets or sets the maximum number of retries of one page; 0 for none. The default is 4, which makes 5 attempts.</summary>
    public int MaxRetries { get; set; } = 4;

    /// <summary>
    /// Gets or sets the shortest wait before a retry; <see cref="TimeSpan.Zero"/> for no waits except those that Klaviyo asks for. Each wait is drawn
    /// at random between this and three times the wait before it. The default is half a second.
    /// </summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Gets or sets the longest wait that is drawn. The default is 30 seconds.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets or sets the longest wait that Klaviyo may ask for (header <c>Retry-After</c>). For a longer one the query fails at once and reports when
    /// to try again:
    /// <see cref="Errors.KlaviyoApiException.RetryAt"/>. The default is 2 minutes, because Klaviyo's windows are at most one minute long, except daily ones.
    /// </summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Gets or sets the retry budget of a context: the number of retries of all its queries before further ones must be earned, so that an outage is
    /// not made worse. Null for no budget. Retries after a 429 with <c>Retry-After</c> are free. The default is 50.
    /// </summary>
    public int? BudgetSize { get; set; } = 50;

    /// <summary>Gets or sets the number of retries that each page earns. The default is 0.2, one retry for five pages.</summary>
    public double BudgetPerPage { get; set; } = 0.2;

    /// <summary>Gets or sets the number of retries that each minute earns, regardless of pages. The default is 10.</summary>
    public double BudgetPerMinute { get; set; } = 10;

    internal KlaviyoRetryOptions Copy() => (KlaviyoRetryOptions)MemberwiseClone();
}
