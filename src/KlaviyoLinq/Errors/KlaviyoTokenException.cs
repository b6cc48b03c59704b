namespace KlaviyoLinq.Errors;

/// <summary>The token provider gave no access token, so the request was not sent. What the provider threw is the inner exception.</summary>
public sealed class KlaviyoTokenException : KlaviyoException
{
    internal KlaviyoTokenException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
