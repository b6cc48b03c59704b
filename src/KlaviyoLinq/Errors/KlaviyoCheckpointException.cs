namespace KlaviyoLinq.Errors;

/// <summary>
/// A run cannot resume from a checkpoint, cannot create one, or its account changed. No wrong row was returned.
/// </summary>
public sealed class KlaviyoCheckpointException : KlaviyoException
{
    internal KlaviyoCheckpointException(KlaviyoCheckpointFault fault, string message, KlaviyoException? cause = null)
        : base(message, cause) => Fault = fault;

    /// <summary>Mismatches between the checkpoint and the query.</summary>
    public KlaviyoCheckpointFault Fault { get; }
}
