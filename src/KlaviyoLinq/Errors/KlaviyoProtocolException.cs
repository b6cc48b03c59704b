namespace KlaviyoLinq.Errors;

/// <summary>
/// The status of the answer is a success, but its content is not a JSON:API document: another content type, broken JSON, no <c>data</c>, a redirect.
/// </summary>
public sealed class KlaviyoProtocolException : KlaviyoException
{
    // No inner exception: those of JSON readers quote what they read.
    internal KlaviyoProtocolException(string message)
        : base(message)
    {
    }

    /// <summary>
    /// Indicates whether the body ends in the middle of a document, or is empty. It was truncated in transit, so a retry can help; other malformed
    /// answers would be the same again.
    /// </summary>
    internal bool IsCutOff { get; init; }
}
