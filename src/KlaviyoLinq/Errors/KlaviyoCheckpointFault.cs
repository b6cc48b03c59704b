namespace KlaviyoLinq.Errors;

/// <summary>Reasons why a run cannot resume from a checkpoint, or cannot create one.</summary>
public enum KlaviyoCheckpointFault
{
    /// <summary>The checkpoint belongs to another query: operation, id, filter, sort, projection or page size differ.</summary>
    QueryChanged,

    /// <summary>The context uses another revision than the checkpoint.</summary>
    RevisionChanged,

    /// <summary>The key belongs to another account, or another account answers within a run.</summary>
    AccountChanged,

    /// <summary>The checkpoint would have to name more than 10,000 resources, because the requests of <c>AllowFanOut</c> overlap.</summary>
    TooManyIds,

    /// <summary>Klaviyo rejects the cursor, because it has expired, and the run has no sort key at which it could start a new chain.</summary>
    CursorRefused,
}
