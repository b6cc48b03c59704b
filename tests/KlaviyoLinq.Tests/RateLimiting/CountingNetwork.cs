namespace KlaviyoLinq.Tests.RateLimiting;

/// <summary>Handler that counts the requests it has sent and the answers that have come.</summary>
internal sealed class CountingNetwork() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    private int _sent;
    private int _answered;

    /// <summary>The number of answered requests, or null while a request is in flight.</summary>
    internal int? Settled => Volatile.Read(ref _answered) is var answered && answered == Volatile.Read(ref _sent) ? answered : null;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _sent);
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        Interlocked.Increment(ref _answered);
        return response;
    }
}
