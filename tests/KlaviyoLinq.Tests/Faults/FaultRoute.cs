using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace KlaviyoLinq.Tests.Faults;

/// <summary>The handler for faults that apply before a server is reached: in finding it, in connecting to it, in trusting it.</summary>
internal static class FaultRoute
{
    /// <returns>Null for faults that need none: the library's own handler serves.</returns>
    internal static HttpMessageHandler? HandlerFor(FaultCase fault, IFaultServer server)
    {
        if (!fault.IsInConnecting && fault.Http2 is null)
            return null;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,

            // One connection for each request and none in stock: the handler may otherwise open a second one while it finds out which HTTP is spoken.
            MaxConnectionsPerServer = fault.IsInConnecting ? 1 : int.MaxValue,
            PooledConnectionIdleTimeout = fault.IsInConnecting ? TimeSpan.Zero : TimeSpan.FromMinutes(1),
            ConnectCallback = async (context, cancellationToken) =>
            {
                DnsEndPoint end = context.DnsEndPoint;
                if (fault.Unreachable is { } unreachable && server.IsDue)
                {
                    server.Trigger(IFaultServer.NoRequest);
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
        if (fault is { IsProxied: true, Unreachable: { } proxy })
            handler.Proxy = new FaultProxy(server, proxy);
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { Certificates.Root },
            RevocationMode = X509RevocationMode.NoCheck,
        };
        return handler;
    }
}
