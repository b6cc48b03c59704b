using System.Globalization;

namespace KlaviyoLinq.Errors;

/// <summary>The whole answer, body included, did not come within the time that one attempt is given.</summary>
public sealed class KlaviyoTimeoutException : KlaviyoException
{
    internal KlaviyoTimeoutException(TimeSpan timeout, string limit, Exception innerException)
        : base(string.Create(CultureInfo.InvariantCulture, $"No whole answer within {timeout.TotalSeconds:0.###} s, the limit that {limit} sets for one attempt. Ask for smaller pages or fewer fields, or raise the limit."), innerException) =>
        Timeout = timeout;

    /// <summary>The time that was given.</summary>
    public TimeSpan Timeout { get; }
}
