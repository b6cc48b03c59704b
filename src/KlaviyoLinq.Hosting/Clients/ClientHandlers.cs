using System.Net;

namespace KlaviyoLinq.Hosting.Clients;

/// <summary>Handlers of named clients.</summary>
internal static class ClientHandlers
{
    /// <summary>
    /// A handler that is kept as long as the contexts are, and renews its connections instead: contexts live long, and one that held a client of a factory that
    /// changes its handlers would never get the new ones.
    /// </summary>
    internal static SocketsHttpHandler Make() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.GZip,
        EnableMultipleHttp2Connections = true,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
