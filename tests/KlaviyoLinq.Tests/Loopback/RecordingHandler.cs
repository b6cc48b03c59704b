using System.Collections.Concurrent;

namespace KlaviyoLinq.Tests.Loopback;

/// <summary>Sends for real, and notes each address before anything of the request leaves.</summary>
internal sealed class RecordingHandler() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    internal ConcurrentQueue<string> Requests { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Enqueue(request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
