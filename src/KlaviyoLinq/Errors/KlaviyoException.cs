using System.Globalization;

namespace KlaviyoLinq.Errors;

/// <summary>
/// Base class of the exceptions between a query and its rows. It holds the operation and the progress of the run. It never holds the API key, and values of
/// filters and bodies only if <c>KlaviyoOptions.EnableSensitiveDataLogging</c> is set.
/// </summary>
public abstract class KlaviyoException : Exception
{
    private string _method = "GET";
    private string? _whyGivenUp;

    private protected KlaviyoException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The operation's id in Klaviyo's documents (<c>get_profiles</c>); null when no request was sent.</summary>
    public string? Operation { get; private set; }

    /// <summary>
    /// The request as path and query. The values in <c>filter</c> and the cursor are replaced by <c>…</c> unless
    /// <c>KlaviyoOptions.EnableSensitiveDataLogging</c> is set; null when no request was sent.
    /// </summary>
    public string? RequestUri { get; private set; }

    /// <summary>Number of requests for the failing page, retries included; 0 when none was sent.</summary>
    public int Attempts { get; private set; }

    /// <summary>The number of the failing page, counted from 1; 0 when no request was sent.</summary>
    public int Page { get; private set; }

    /// <summary>Number of resources on the pages before the failing one. All of them were returned.</summary>
    public long ItemsYielded { get; private set; }

    /// <summary>
    /// Number of requests that Klaviyo accepted before the failing one, of a command that sends its rows in several requests, in their order; 0 otherwise.
    /// Their rows need not be sent again.
    /// </summary>
    public int AcceptedRequests { get; internal set; }

    /// <summary>
    /// Checkpoint for <c>ResumeFrom</c>: after the last row that an enumeration (<c>await foreach</c>, <c>AsPages</c>) returned. Null when no rows were
    /// streamed, and for <c>ToListAsync</c> and similar operators, which return no rows when they fail: run those again from the start.
    /// </summary>
    public KlaviyoCheckpoint? Checkpoint { get; internal set; }

    /// <summary>Hash of the cursor that failed, so that no checkpoint keeps it; null for other failures.</summary>
    internal ulong? LostCursor { get; set; }

    /// <summary>Indicates whether the failure came before anything of the request was sent, so that Klaviyo cannot have processed it.</summary>
    internal bool NothingSent { get; set; }

    /// <summary>Description of the error and of its remedy, followed by the request.</summary>
    public override string Message => Operation is null
        ? Reason
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{Reason} [{Operation}, page {Page}, attempt {Attempts}, after {ItemsYielded} resources: {_method} {RequestUri}]");

    private string Reason => _whyGivenUp is null ? base.Message : $"{base.Message} {_whyGivenUp}";

    /// <summary>Adds the reason why a transient failure is not retried.</summary>
    internal void GiveUp(string reason) => _whyGivenUp = reason;

    /// <summary>Adds the place of the failure in the run, which only the run knows.</summary>
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
