using System.Net.Sockets;
using System.Security.Authentication;

namespace KlaviyoLinq.Http;

/// <summary>Classification of the framework's exceptions: transport failures, and what failed.</summary>
internal static class TransportFaults
{
    internal static bool IsFault(Exception exception) => exception
        is HttpRequestException or IOException or InvalidDataException or SocketException or AuthenticationException
        || IsOfPolly(exception);

    /// <summary>Returns whether the exception's text quotes received bytes: an invalid header can be a part of a profile.</summary>
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
    /// Returns whether a resilience pipeline in the client's handlers rejected the exchange: a timeout, an open circuit or a rate limiter of its own.
    /// Recognized by the name of the base class, since the library does not reference Polly.
    /// </summary>
    private static bool IsOfPolly(Exception exception)
    {
        for (Type? type = exception.GetType(); type is not null; type = type.BaseType)
            if (type.FullName == "Polly.ExecutionRejectedException")
                return true;
        return false;
    }
}
