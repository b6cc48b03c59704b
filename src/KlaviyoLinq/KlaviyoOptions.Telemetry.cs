namespace KlaviyoLinq;

/// <content>What is told of requests. Traces and metrics go to whoever listens to the activity source and the meter named <c>KlaviyoLinq</c>.</content>
public sealed partial class KlaviyoOptions
{
    /// <summary>
    /// From when on a page is logged as slow, all attempts at it taken together and without the wait for room in the rate limits. Default: 10 seconds;
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for never.
    /// </summary>
    public TimeSpan SlowPageThreshold { get; set; } = TimeSpan.FromSeconds(10);
}
