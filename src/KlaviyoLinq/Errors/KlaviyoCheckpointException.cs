namespace KlaviyoLinq.Errors;

/// <summary>
/// A run cannot be continued from a checkpoint, cannot hand one out, or met another account than it began in. No row was delivered that would not be
/// right.
/// </summary>
public sealed class KlaviyoCheckpointException : KlaviyoException
{
    internal KlaviyoCheckpointException(KlaviyoCheckpointFault fault, string message, KlaviyoException? cause = null)
        : base(message, cause) => Fault = fault;

    /// <summary>Mismatches between the checkpoint and the query.</summary>
    public KlaviyoCheckpointFault Fault { get; }
}
