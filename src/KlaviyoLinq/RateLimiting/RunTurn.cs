namespace KlaviyoLinq.RateLimiting;

/// <summary>Position of one run in the rotation of its account's queues: all requests of a run share it, those of a fan-out too.</summary>
internal sealed class RunTurn
{
    /// <summary>Sequence number of the run's last permit; null before the first.</summary>
    internal long? LastServed { get; set; }
}
