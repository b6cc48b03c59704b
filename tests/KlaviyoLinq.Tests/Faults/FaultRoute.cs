using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace KlaviyoLinq.Tests.Faults;

/// <summary>The handler for faults that strike before a server is reached: in finding it, in connecting to it, in trusting it.</summary>
internal static class FaultRoute
{
    /// <returns>Null for faults that need none: the library's own handler serves.</returns>
    internal static HttpMessageHandler? HandlerFor(FaultCase fault, FaultServer server)
    {
        if (!fault.IsInConnecting)
            return null;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = async (context, cancellationToken) =>
            {
                DnsEndPoint end = context.DnsEndPoint;
                if (fault.Unreachable is { } unreachable && server.IsDue)
                {
                    server.Strike(FaultServer.NoRequest);
                    end = unreachable;
                }

                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    await socket.ConnectAsync(end, cancellationToken);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { Certificates.Root },
            RevocationMode = X509RevocationMode.NoCheck,
        };
        return handler;
    }
}
