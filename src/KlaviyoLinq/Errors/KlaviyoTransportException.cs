namespace KlaviyoLinq.Errors;

/// <summary>The request or its answer did not get through: unknown host, refused or broken connection, TLS failure, damaged body.</summary>
public sealed class KlaviyoTransportException : KlaviyoException
{
    internal KlaviyoTransportException(HttpRequestError error, string host, Exception? innerException)
        : base(Describe(error, host), innerException) => Error = error;

    /// <summary>Kind of failure.</summary>
    public HttpRequestError Error { get; }

    private static string Describe(HttpRequestError error, string host) => error switch
    {
        HttpRequestError.NameResolutionError => $"The host {host} is not known to the name service. Check the network and KlaviyoOptions.BaseAddress.",
        HttpRequestError.ConnectionError => $"No connection to {host}: it was refused, is unreachable or was reset. Check the network, proxy and firewall.",
        HttpRequestError.SecureConnectionError => $"No secure connection to {host}: the TLS handshake failed. Check certificates, proxies that open TLS, and the machine's clock.",
        HttpRequestError.ProxyTunnelError => $"The proxy did not let the connection to {host} through.",
        HttpRequestError.ResponseEnded => $"The connection to {host} ended before the whole answer had come.",
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => $"The answer of {host} is not proper HTTP, or its body came damaged.",
        HttpRequestError.ConfigurationLimitExceeded => $"The headers of {host}'s answer are larger than the HTTP client takes (64 KB, unless a given handler sets another limit). Klaviyo sends no such headers: check what answers in its place.",
        _ => $"The exchange with {host} failed on the way.",
    };
}
