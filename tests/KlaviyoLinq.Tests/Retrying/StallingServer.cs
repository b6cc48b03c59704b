using KlaviyoLinq.Tests.Loopback;
using Microsoft.AspNetCore.Http;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Retrying;

/// <summary>Server of three pages, the second of which stalls at one point until the server is set to recover.</summary>
internal sealed class StallingServer(AwaitPoint point, ManualTime time) : IAsyncDisposable
{
    internal static readonly TimeSpan Backoff = TimeSpan.FromSeconds(7);
    internal static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(23);

    private readonly SemaphoreSlim _stalled = new(0);
    private readonly HeadersWatch _headers = new();
    private LoopbackServer? _server;

    internal LoopbackServer Server => _server!;

    internal bool IsWell { get; set; }

    /// <summary>Options with which each wait is just as long as this server knows.</summary>
    internal KlaviyoOptions Options()
    {
        KlaviyoOptions options = Runs.Retrying(Server.Address);
        (options.TimeProvider, options.Random, options.HttpMessageHandler) = (time, new ScriptedRandom(0), _headers);
        options.Retry.BaseDelay = Backoff;
        return options;
    }

    internal async Task<StallingServer> StartAsync()
    {
        _server = await LoopbackServer.StartAsync(context => context.Request.Query["page[cursor]"].ToString() switch
        {
            "" => context.Response.WriteDocumentAsync(PageBefore("c1", "A", "B")),
            "c1" when !IsWell => StallAsync(context),
            "c1" => context.Response.WriteDocumentAsync(PageBefore("c2", "C", "D")),
            _ => context.Response.WriteDocumentAsync(LastPage("E")),
        });
        return this;
    }

    /// <summary>Waits until a caller is kept waiting.</summary>
    internal async Task StalledAsync()
    {
        (await _stalled.WaitAsync(TimeSpan.FromSeconds(20))).Should().BeTrue();
        if (point is AwaitPoint.Body)
            await _headers.SeenAsync();
        if (point is AwaitPoint.Backoff)
            await time.WaitedForAsync(Backoff);
        if (point is AwaitPoint.RetryAfter)
            await time.WaitedForAsync(RetryAfter);
    }

    public async ValueTask DisposeAsync()
    {
        _headers.Dispose();
        await Server.DisposeAsync();
    }

    private async Task StallAsync(HttpContext context)
    {
        if (point is AwaitPoint.RetryAfter)
            context.Response.Headers.RetryAfter = "23";
        if (point is AwaitPoint.RetryAfter or AwaitPoint.Backoff)
            await context.Response.WriteDocumentAsync("{}", 503);
        if (point is AwaitPoint.Body)
        {
            await context.Response.WriteAsync("{\"data\":");
            await context.Response.Body.FlushAsync();
        }

        _stalled.Release();
        if (point is AwaitPoint.Headers or AwaitPoint.Body)
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
    }
}
