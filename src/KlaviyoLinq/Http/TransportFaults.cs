using System.Net.Sockets;
using System.Security.Authentication;

namespace KlaviyoLinq.Http;

/// <summary>Which of the framework's exceptions mean that an exchange failed on the way, and what failed.</summary>
internal static class TransportFaults
{
    internal static bool IsFault(Exception exception) => exception
        is HttpRequestException or IOException or InvalidDataException or SocketException or AuthenticationException;

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
}
