using KlaviyoLinq.Tests.Loopback;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace KlaviyoLinq.Tests.Faults;

/// <summary>A server that speaks HTTP/2 and can do to a stream what that allows.</summary>
internal sealed class Http2Server : IFaultServer
{
    private readonly FaultCase _fault;
    private readonly FaultForm _form;
    private LoopbackServer _server = null!;
    private volatile int _served;
    private volatile bool _hasTriggered;

    private Http2Server(FaultCase fault, FaultForm form) => (_fault, _form) = (fault, form);

    public Uri Address => new($"https://localhost:{_server.Address.Port}/");

    public IReadOnlyList<string> Targets => [.. _server.Targets];

    public bool IsDue => _form == FaultForm.Always || (_served == 1 && !_hasTriggered);

    internal static async Task<Http2Server> StartAsync(FaultCase fault, FaultForm form)
    {
        var server = new Http2Server(fault, form);
        server._server = await LoopbackServer.StartAsync(server.AnswerAsync, Certificates.Good);
        return server;
    }

    // The request has been noted already.
    public void Trigger(string target) => _hasTriggered = true;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        context.Request.Protocol.Should().Be("HTTP/2");
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        string page = FaultPages.Json(FaultPages.Of(target), _fault.Resource);
        if (IsDue)
        {
            Trigger(target);
            if (_fault.Outcome.Exception is null)
                _served++;
            return _fault.Http2!(context, page);
        }

        _served++;
        return context.Response.WriteDocumentAsync(page);
    }
}
