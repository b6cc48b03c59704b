using System.Globalization;

namespace KlaviyoLinq.Errors;

/// <summary>
/// The answer, body included, was not received in time: that of one attempt, or that of a page with all of its attempts.
/// <see cref="Setting"/> says which.
/// </summary>
public sealed class KlaviyoTimeoutException : KlaviyoException
{
    private KlaviyoTimeoutException(string message, TimeSpan timeout, string setting, Exception innerException)
        : base(message, innerException) => (Timeout, Setting) = (timeout, setting);

    /// <summary>The timeout that elapsed.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>
    /// Setting that caused the timeout: <c>KlaviyoOptions.Timeout</c> for one attempt, <c>KlaviyoOptions.TotalTimeout</c> for all attempts at a page,
    /// or <c>the Timeout of the given HttpClient</c>.
    /// </summary>
    public string Setting { get; }

    internal static KlaviyoTimeoutException OfAttempt(TimeSpan timeout, string setting, Exception innerException) => new(
        string.Create(CultureInfo.InvariantCulture, $"No whole answer within {timeout.TotalSeconds:0.###} s, the limit that {setting} sets for one attempt. Request smaller pages or fewer fields, or raise the limit."),
        timeout,
        setting,
        innerException);

    /// <summary>Initializes the exception of a timeout.</summary>
    /// <param name="timeout">The timeout.</param>
    /// <param name="setting">The setting that holds it.</param>
    /// <param name="lastFailure">The failure of the attempt before, or the cause that aborted the only one.</param>
    internal static KlaviyoTimeoutException OfPage(TimeSpan timeout, string setting, Exception lastFailure) => new(
        string.Create(CultureInfo.InvariantCulture, $"The page was not received within {timeout.TotalSeconds:0.###} s, the limit that {setting} sets for all attempts at it and the waits between them.{(lastFailure is KlaviyoException ? " The last failure is the inner exception." : "")}"),
        timeout,
        setting,
        lastFailure);
}
