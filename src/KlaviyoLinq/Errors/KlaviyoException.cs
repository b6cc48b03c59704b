using System.Globalization;

namespace KlaviyoLinq.Errors;

/// <summary>
/// Something went wrong between a query and its rows. Tells which operation was asked, how far the run had come, and never holds the API key
/// or, unless sensitive data logging is switched on, the values that were filtered by.
/// </summary>
public abstract class KlaviyoException : Exception
{
    private string _method = "GET";
    private string? _whyGivenUp;

    private protected KlaviyoException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The operation's id in Klaviyo's documents (<c>get_profiles</c>), or null when no request was made.</summary>
    public string? Operation { get; private set; }

    /// <summary>
    /// The request as path and query. The values in <c>filter</c> and the cursor are replaced by <c>…</c> unless
    /// <c>KlaviyoOptions.EnableSensitiveDataLogging</c> is set; null when no request was made.
    /// </summary>
    public string? RequestUri { get; private set; }

    /// <summary>Number of requests for the failing page, retries included; 0 when none was sent.</summary>
    public int Attempts { get; private set; }

    /// <summary>The number of the failing page, counted from 1; 0 when no request was made.</summary>
    public int Page { get; private set; }

    /// <summary>Number of resources of the pages before the failing one. All of them were returned: a run never loses rows that it has read.</summary>
    public long ItemsYielded { get; private set; }

    /// <summary>
    /// Checkpoint to continue from with <c>ResumeFrom</c>: after the last row that an enumeration (<c>await foreach</c>, <c>AsPages</c>) returned. Null
    /// when no rows were streamed, and for <c>ToListAsync</c> and the like, whose collected rows are lost with the failure: run those again from the
    /// start.
    /// </summary>
    public KlaviyoCheckpoint? Checkpoint { get; internal set; }

    /// <summary>The hash of the cursor that leads no further, so that no checkpoint keeps it; null where that is not what went wrong.</summary>
    internal ulong? LostCursor { get; set; }

    /// <summary>Description of the error and of its remedy, followed by the request.</summary>
    public override string Message => Operation is null
        ? Reason
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{Reason} [{Operation}, page {Page}, attempt {Attempts}, after {ItemsYielded} resources: {_method} {RequestUri}]");

    private string Reason => _whyGivenUp is null ? base.Message : $"{base.Message} {_whyGivenUp}";

    /// <summary>Tells a failure that could have passed by itself why the page is not asked for again.</summary>
    internal void GiveUp(string reason) => _whyGivenUp = reason;

    /// <summary>Tells the failure where it happened. Whoever runs the pages knows this; whoever met the failure did not.</summary>
    internal void Locate(string operation, HttpMethod method, string requestUri, int attempts, int page, long itemsYielded)
    {
        Operation = operation;
        _method = method.Method;
        RequestUri = requestUri;
        Attempts = attempts;
        Page = page;
        ItemsYielded = itemsYielded;
    }
}
