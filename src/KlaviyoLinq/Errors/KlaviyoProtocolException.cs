namespace KlaviyoLinq.Errors;

/// <summary>The answer is a success by its status but no JSON:API document: another content type, broken JSON, no <c>data</c>, a redirect.</summary>
public sealed class KlaviyoProtocolException : KlaviyoException
{
    // No inner exception: those of JSON readers quote what they read.
    internal KlaviyoProtocolException(string message)
        : base(message)
    {
    }

    /// <summary>
    /// Whether the body ends where a document cannot, an empty one included. It was lost on the way, although HTTP did not notice; all other broken
    /// answers would come the same again.
    /// </summary>
    internal bool IsCutOff { get; init; }
}
