using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KlaviyoLinq.Tests.Loopback;

/// <summary>A real HTTP server on this machine that answers as a test says, and records its requests.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly WebApplication _application;
    private int _openConnections;
    private int _connections;

    private LoopbackServer(RequestDelegate answer, X509Certificate2? certificate)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Use(Counted);
            if (certificate is not null)
                listen.UseHttps(certificate);
        }));
        _application = builder.Build();
        _application.Run(context =>
        {
            Record(context);
            return answer(context);
        });
    }

    internal Uri Address { get; private set; } = null!;

    internal IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    internal IEnumerable<string> Targets => Requests.Select(request => request.Target);

    /// <summary>Number of connections accepted so far.</summary>
    internal int Connections => Volatile.Read(ref _connections);

    /// <summary>Number of open connections.</summary>
    internal int OpenConnections => Volatile.Read(ref _openConnections);

    /// <summary>A server that answers so.</summary>
    /// <param name="answer">What it answers.</param>
    /// <param name="certificate">With which it speaks TLS, and HTTP/2 where the other side does; null for plain HTTP.</param>
    internal static async Task<LoopbackServer> StartAsync(RequestDelegate answer, X509Certificate2? certificate = null)
    {
        var server = new LoopbackServer(answer, certificate);
        await server._application.StartAsync();
        string address = server._application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        server.Address = new Uri(address);
        return server;
    }

    /// <summary>A server that gives these documents one after the other, and the last one ever after.</summary>
    internal static Task<LoopbackServer> StartAsync(params string[] documents)
    {
        int next = -1;
        return StartAsync(context => context.Response.WriteDocumentAsync(documents[Math.Min(Interlocked.Increment(ref next), documents.Length - 1)]));
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private ConnectionDelegate Counted(ConnectionDelegate next) => async connection =>
    {
        Interlocked.Increment(ref _connections);
        Interlocked.Increment(ref _openConnections);
        try
        {
            await next(connection);
        }
        finally
        {
            Interlocked.Decrement(ref _openConnections);
        }
    };

    private void Record(HttpContext context) => _requests.Enqueue(new RecordedRequest(
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
        context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
}
