using System.Globalization;

namespace KlaviyoLinq.Errors;

/// <summary>
/// The whole answer, body included, did not come in time: either that of a single attempt, or that of a page with all of its attempts.
/// <see cref="Setting"/> says which.
/// </summary>
public sealed class KlaviyoTimeoutException : KlaviyoException
{
    private KlaviyoTimeoutException(string message, TimeSpan timeout, string setting, Exception innerException)
        : base(message, innerException) => (Timeout, Setting) = (timeout, setting);

    /// <summary>The time that was given.</summary>
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

    /// <summary>The time for a page is up.</summary>
    /// <param name="timeout">That time.</param>
    /// <param name="setting">What gave it.</param>
    /// <param name="lastFailure">How the attempt before ended, or what broke off the only one.</param>
    internal static KlaviyoTimeoutException OfPage(TimeSpan timeout, string setting, Exception lastFailure) => new(
        string.Create(CultureInfo.InvariantCulture, $"The page was not received within {timeout.TotalSeconds:0.###} s, the limit that {setting} sets for all attempts at it and the waits between them.{(lastFailure is KlaviyoException ? " The last failure is the inner exception." : "")}"),
        timeout,
        setting,
        lastFailure);
}
