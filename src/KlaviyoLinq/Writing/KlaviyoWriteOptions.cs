namespace KlaviyoLinq.Writing;

/// <summary>Options of commands.</summary>
public sealed class KlaviyoWriteOptions
{
    /// <summary>
    /// Gets or sets how long the answer to a request on the wire is still awaited after the command was cancelled, the total timeout has elapsed, or the
    /// context was disposed. A request that was sent cannot be taken back, so its answer says what has become of it. The default is 5 seconds;
    /// <see cref="TimeSpan.Zero"/> to end at once; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> to wait as long as
    /// <see cref="KlaviyoOptions.Timeout"/> permits.
    /// </summary>
    public TimeSpan Grace { get; set; } = TimeSpan.FromSeconds(5);

    internal KlaviyoWriteOptions Copy() => (KlaviyoWriteOptions)MemberwiseClone();
}
