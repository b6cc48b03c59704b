namespace KlaviyoLinq;

/// <summary>
/// When a page is asked for again. Tried again is what may pass by itself: 408, 429, 500 to 504, 520 to 524, a challenge of the network in front of Klaviyo,
/// failures on the way, cut-off bodies and attempts that took too long. TLS failures, all other statuses and answers that would come the same again are not.
/// </summary>
public sealed class KlaviyoRetryOptions
{
    /// <summary>Gets or sets the maximum number of retries of one page; 0 for none. The default is 4, which makes 5 attempts.</summary>
    public int MaxRetries { get; set; } = 4;

    /// <summary>
    /// The shortest wait before a page is asked for again; <see cref="TimeSpan.Zero"/> for no waits but those that Klaviyo asks for. Each wait is drawn at random
    /// between this and three times the wait before it. Default: half a second.
    /// </summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait that is drawn. Default: 30 seconds.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The longest wait that Klaviyo may ask for (header <c>Retry-After</c>). Asked for more, the query fails at once and says when to come back:
    /// <see cref="Errors.KlaviyoApiException.RetryAt"/>. Default: 2 minutes, as Klaviyo's windows are a minute long at most, but for daily ones.
    /// </summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How many retries all queries of a context may make together before they must be earned again, so that a Klaviyo in trouble is not burdened
    /// further; null for as many as <see cref="MaxRetries"/> gives. Waits that a 429 asks for cost nothing. Default: 50.
    /// </summary>
    public int? BudgetSize { get; set; } = 50;

    /// <summary>How many retries each page that is asked for earns. Default: 0.2, one retry for five pages.</summary>
    public double BudgetPerPage { get; set; } = 0.2;

    /// <summary>How many retries each minute earns, however little is asked for. Default: 10.</summary>
    public double BudgetPerMinute { get; set; } = 10;

    internal KlaviyoRetryOptions Copy() => (KlaviyoRetryOptions)MemberwiseClone();
}
