namespace KlaviyoLinq;

/// <content>Telemetry. The activity source and the meter are named <c>KlaviyoLinq</c>.</content>
public sealed partial class KlaviyoOptions
{
    /// <summary>
    /// Gets or sets the duration from which a page is logged as slow: all of its attempts, without the wait for permits. The default is 10 seconds;
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for never.
    /// </summary>
    public TimeSpan SlowPageThreshold { get; set; } = TimeSpan.FromSeconds(10);
}
