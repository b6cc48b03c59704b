namespace KlaviyoLinq.Errors;

/// <summary>
/// Something went wrong between a query and its rows. Tells which operation was asked, how far the run had come, and never holds the API key
/// or, unless sensitive data logging is switched on, the values that were filtered by.
/// </summary>
public abstract class KlaviyoException : Exception
{
    private protected KlaviyoException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The operation's id in Klaviyo's documents (<c>get_profiles</c>), or null when no request was made.</summary>
    public string? Operation { get; internal set; }

    /// <summary>
    /// The request as path and query. Values in <c>filter</c> are replaced by <c>…</c> unless <c>KlaviyoOptions.EnableSensitiveDataLogging</c>
    /// is set; null when no request was made.
    /// </summary>
    public string? RequestUri { get; internal set; }

    /// <summary>How often the failing page was asked for; 0 when no request was made.</summary>
    public int Attempts { get; internal set; }

    /// <summary>The number of the failing page, counted from 1; 0 when no request was made.</summary>
    public int Page { get; internal set; }

    /// <summary>How many resources earlier pages had handed out before this failure.</summary>
    public long ItemsYielded { get; internal set; }
}
