namespace KlaviyoLinq.Tests.RateLimiting;

/// <summary>Real HTTP with delays on a virtual clock, there and back.</summary>
internal sealed class DelayedNetwork(VirtualClock clock, int seed, TimeSpan longest) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    private readonly Random _chance = new(seed);
    private int _delayed;

    /// <summary>Number of requests and answers in flight, which only the clock can deliver.</summary>
    internal int Delayed => Volatile.Read(ref _delayed);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await DelayAsync();
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        await DelayAsync();
        return response;
    }

    private async Task DelayAsync()
    {
        TaskCompletionSource arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TimeSpan delay;
        lock (_chance)
            delay = longest * _chance.NextDouble();
        using ITimer timer = clock.CreateTimer(
            _ =>
            {
                Interlocked.Decrement(ref _delayed);
                arrival.SetResult();
            },
            null,
            delay,
            Timeout.InfiniteTimeSpan);
        Interlocked.Increment(ref _delayed);
        await arrival.Task.InTimeAsync();
    }
}
