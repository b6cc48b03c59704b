namespace KlaviyoLinq.Benchmarks.Streaming;

/// <summary>Counts the requests that leave.</summary>
internal sealed class CountingHandler(HttpMessageHandler sender) : DelegatingHandler(sender)
{
    private int _count;

    internal int Count
    {
        get => Volatile.Read(ref _count);
        set => Volatile.Write(ref _count, value);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        return base.SendAsync(request, cancellationToken);
    }
}
