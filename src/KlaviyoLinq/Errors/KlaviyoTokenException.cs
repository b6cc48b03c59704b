namespace KlaviyoLinq.Errors;

/// <summary>The token provider returned no access token, so the request was not sent. The inner exception is the provider's.</summary>
public sealed class KlaviyoTokenException : KlaviyoException
{
    internal KlaviyoTokenException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
