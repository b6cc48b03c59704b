using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Kestrel without a host around it: no configuration, no dependency injection, no logging; up in a moment.</summary>
internal sealed class EmulatorServer : IHttpApplication<HttpContext>, IAsyncDisposable
{
    private readonly KestrelServer _server;

    // The handler writes links, which begin with the address, which is known once the server listens. Who is quicker than that waits a moment.
    private readonly TaskCompletionSource<RequestHandler> _handler = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private EmulatorServer(int port)
    {
        KestrelServerOptions options = new() { AddServerHeader = false };
        options.Limits.MaxRequestLineSize = 64 * 1024;
        options.Limits.MaxRequestBufferSize = 1024 * 1024;
        options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        _server = new KestrelServer(
            Options.Create(options), new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance);
    }

    /// <summary>Gets the start of every link, without a trailing slash.</summary>
    internal string BaseAddress => _server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();

    internal static async Task<EmulatorServer> StartAsync(ServerSettings settings, int port, CancellationToken cancellationToken)
    {
        EmulatorServer server = new(port);
        await server._server.StartAsync(server, cancellationToken).ConfigureAwait(false);
        server._handler.SetResult(new RequestHandler(settings, server.BaseAddress));
        return server;
    }

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public async Task ProcessRequestAsync(HttpContext context)
    {
        RequestHandler handler = await _handler.Task.ConfigureAwait(false);
        await handler.HandleAsync(context).ConfigureAwait(false);
    }

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async ValueTask DisposeAsync()
    {
        if (_handler.Task.IsCompletedSuccessfully)
            _handler.Task.Result.Stop();
        await _server.StopAsync(CancellationToken.None).ConfigureAwait(false);
        _server.Dispose();
    }
}
