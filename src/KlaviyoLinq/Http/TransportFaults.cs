using System.Net.Sockets;
using System.Security.Authentication;

namespace KlaviyoLinq.Http;

/// <summary>Which of the framework's exceptions mean that an exchange failed on the way, and what failed.</summary>
internal static class TransportFaults
{
    internal static bool IsFault(Exception exception) => exception
        is HttpRequestException or IOException or InvalidDataException or SocketException or AuthenticationException
        || IsOfPolly(exception);

    /// <summary>Whether the exception's text quotes what came over the wire: a line that should have been a header may be a part of somebody's profile.</summary>
    internal static bool Quotes(Exception exception) => exception is not InvalidDataException && ErrorOf(exception) == HttpRequestError.InvalidResponse;

    internal static HttpRequestError ErrorOf(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } request => request.HttpRequestError,
        HttpIOException { HttpRequestError: not HttpRequestError.Unknown } io => io.HttpRequestError,
        SocketException => HttpRequestError.ConnectionError,
        AuthenticationException => HttpRequestError.SecureConnectionError,
        InvalidDataException => HttpRequestError.InvalidResponse,
        { InnerException: { } inner } => ErrorOf(inner),
        IOException => HttpRequestError.ResponseEnded,
        _ => HttpRequestError.Unknown,
    };

    /// <summary>
    /// Whether a resilience pipeline in the client's handlers rejected the exchange: a timeout, an open circuit or a rate limiter of its own. Told by the name of
    /// the base class, as the library does not refer to Polly.
    /// </summary>
    private static bool IsOfPolly(Exception exception)
    {
        for (Type? type = exception.GetType(); type is not null; type = type.BaseType)
            if (type.FullName == "Polly.ExecutionRejectedException")
                return true;
        return false;
    }
}
