namespace KlaviyoLinq.Errors;

/// <summary>The request or its answer was not transmitted: unknown host, refused or broken connection, TLS failure, damaged body.</summary>
public sealed class KlaviyoTransportException : KlaviyoException
{
    internal KlaviyoTransportException(HttpRequestError error, string host, Exception? innerException)
        : base(Describe(error, host), innerException) => Error = error;

    /// <summary>Kind of failure.</summary>
    public HttpRequestError Error { get; }

    private static string Describe(HttpRequestError error, string host) => error switch
    {
        HttpRequestError.NameResolutionError => $"The host {host} was not found. Check the network and KlaviyoOptions.BaseAddress.",
        HttpRequestError.ConnectionError => $"No connection to {host}: it was refused, is unreachable or was reset. Check the network, proxy and firewall.",
        HttpRequestError.SecureConnectionError => $"No secure connection to {host}: the TLS handshake failed. Check certificates, proxies that intercept TLS, and the machine's clock.",
        HttpRequestError.ProxyTunnelError => $"The proxy rejected the connection to {host}.",
        HttpRequestError.ResponseEnded => $"The connection to {host} ended before the answer was complete.",
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => $"The answer of {host} is not valid HTTP, or its body is damaged.",
        HttpRequestError.ConfigurationLimitExceeded => $"The headers of {host}'s answer are larger than the HTTP client accepts (64 KB, unless a given handler sets another limit). Klaviyo does not send such headers: check what is answering instead of it.",
        _ => $"The exchange with {host} failed.",
    };
}
