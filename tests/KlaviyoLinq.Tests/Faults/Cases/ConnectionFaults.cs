using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Tests.Faults.Cases;

/// <summary>Faults before a request is on its way.</summary>
internal static class ConnectionFaults
{
    private const string Group = "Reaching Klaviyo";

    // Holds a port for as long as the tests run, without listening on it.
    private static readonly Socket _silent = new(SocketType.Stream, ProtocolType.Tcp);

    private static readonly FaultAnswer _none = _ => Task.CompletedTask;

    internal static IEnumerable<FaultCase> Cases { get; } =
    [
        Unreachable(
            "the host name cannot be resolved",
            new DnsEndPoint("klaviyo.invalid", 443),
            HttpRequestError.NameResolutionError,
            "Check the network, the name service and `KlaviyoOptions.BaseAddress`.",
            "was not found"),
        Unreachable(
            "the connection is refused",
            Refusing(),
            HttpRequestError.ConnectionError,
            "Check the network, proxy and firewall; for an emulator, that it runs.",
            "refused, is unreachable or was reset"),
        Untrusted("the certificate is not trusted", () => Certificates.SelfSigned),
        Untrusted("the certificate has expired", () => Certificates.Expired),
        Untrusted("the certificate is for another host", () => Certificates.OtherHost),
        new(
            Group, "the server does not use TLS", _none,
            Outcome.Once<KlaviyoTransportException>("Check `KlaviyoOptions.BaseAddress`: something other than an HTTPS server listens there."))
        {
            IsInConnecting = true,
            Unreachable = PlainTextPort.EndPoint,
            Certificate = () => Certificates.Good,
            MessageParts = ["TLS handshake failed"],
            Check = failure => ((KlaviyoTransportException)failure).Error.Should().Be(HttpRequestError.SecureConnectionError),
        },
        new(Group, "the proxy rejects the connection", _none, Outcome.Retried<KlaviyoTransportException>("Check the proxy and its credentials."))
        {
            IsInConnecting = true,
            IsProxied = true,
            Unreachable = PlainTextPort.EndPoint,
            Certificate = () => Certificates.Good,
            MessageParts = ["The proxy rejected the connection"],
            Check = failure => ((KlaviyoTransportException)failure).Error.Should().Be(HttpRequestError.ProxyTunnelError),
        },
    ];

    private static FaultCase Unreachable(string name, DnsEndPoint end, HttpRequestError error, string advice, string reported) =>
        new(Group, name, _none, Outcome.Retried<KlaviyoTransportException>(advice))
        {
            IsInConnecting = true,
            Unreachable = end,
            MessageParts = [reported],
            Check = failure => ((KlaviyoTransportException)failure).Error.Should().Be(error),
        };

    private static FaultCase Untrusted(string name, Func<X509Certificate2> certificate) =>
        new(
            Group, name, _none,
            Outcome.Once<KlaviyoTransportException>(
                "Check certificates, proxies that intercept TLS, and the machine's clock. Certificates are always checked."))
        {
            IsInConnecting = true,
            Certificate = certificate,
            MessageParts = ["TLS handshake failed", "certificates"],
            Check = failure => ((KlaviyoTransportException)failure).Error.Should().Be(HttpRequestError.SecureConnectionError),
        };

    private static DnsEndPoint Refusing()
    {
        _silent.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return new DnsEndPoint("127.0.0.1", ((IPEndPoint)_silent.LocalEndPoint!).Port);
    }
}
