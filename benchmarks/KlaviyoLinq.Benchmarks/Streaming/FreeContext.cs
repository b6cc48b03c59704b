namespace KlaviyoLinq.Benchmarks.Streaming;

/// <summary>
/// Contexts that keep no rate limits: Klaviyo lets 700 pages through in a minute, and what is compared here is how fast pages are read, not how well
/// a caller waits. How close to the limits the library comes is measured by <c>ThroughputTests</c>.
/// </summary>
internal static class FreeContext
{
    internal static KlaviyoContext At(Uri address, bool prefetch = false, HttpMessageHandler? handler = null) => new(new KlaviyoOptions
    {
        ApiKey = "pk_benchmark",
        BaseAddress = address,
        EnableRateLimiting = false,
        Prefetch = prefetch,
        HttpMessageHandler = handler,
    });
}
