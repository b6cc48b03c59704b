using System.Net;
using System.Text;

namespace KlaviyoLinq.Errors;

/// <summary>Base class of the exceptions for error answers of Klaviyo. The message holds Klaviyo's text and the remedy.</summary>
public abstract partial class KlaviyoApiException : KlaviyoException
{
    private const int MaxListedErrors = 10;

    private protected KlaviyoApiException(ApiFault fault, string advice)
        : base(Describe(fault, advice))
    {
        StatusCode = fault.StatusCode;
        Errors = fault.Errors;
        RequestId = fault.RequestId;
        RetryAfter = fault.RetryAfter;
        RetryAt = fault.RetryAt;
    }

    private protected KlaviyoApiException(HttpStatusCode statusCode, string message)
        : base(message)
    {
        StatusCode = statusCode;
        Errors = [];
    }

    /// <summary>The HTTP status of the answer.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>
    /// The errors as Klaviyo listed them; empty when the answer held no error document. Their texts can repeat values that were sent, which the message of a
    /// command's exception masks.
    /// </summary>
    public IReadOnlyList<KlaviyoError> Errors { get; }

    /// <summary>The request's id in Klaviyo's logs (header <c>X-Klaviyo-Req-Id</c>), for Klaviyo's support; null without that header.</summary>
    public string? RequestId { get; }

    /// <summary>Time to wait before the next request (header <c>Retry-After</c>, in seconds or as a date); null without that header.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>End of that wait, by the clock of <c>KlaviyoOptions.TimeProvider</c>; null without that header.</summary>
    public DateTimeOffset? RetryAt { get; }

    private static string Describe(ApiFault fault, string advice)
    {
        var text = new StringBuilder("Klaviyo answered ").Append((int)fault.StatusCode);
        if (fault.IsHtml)
            text.Append(" with an HTML page instead of an error document");
        for (int i = 0; i < Math.Min(fault.Errors.Count, MaxListedErrors); i++)
            text.Append(i == 0 ? ": " : "; ").Append(fault.Shown[i]);
        if (fault.Errors.Count > MaxListedErrors)
            text.Append("; and ").Append(fault.Errors.Count - MaxListedErrors).Append(" more");
        text.Append(text[^1] is '.' or ')' ? " " : ". ").Append(advice);
        if (fault.RequestId is not null)
            text.Append(" Request id: ").Append(fault.RequestId).Append('.');
        return text.ToString();
    }
}
