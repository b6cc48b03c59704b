namespace KlaviyoLinq.Errors;

/// <summary>Why a run cannot be continued from a checkpoint, or cannot hand one out.</summary>
public enum KlaviyoCheckpointFault
{
    /// <summary>The query is another than the one that the checkpoint was taken of.</summary>
    QueryChanged,

    /// <summary>The context asks another revision.</summary>
    RevisionChanged,

    /// <summary>The key belongs to another account, or another account answers within a run.</summary>
    AccountChanged,

    /// <summary>The checkpoint would have to name more resources than it can hold.</summary>
    TooManyIds,

    /// <summary>Klaviyo refuses the cursor, because it has expired, and the run cannot begin anew at its sort key.</summary>
    CursorRefused,
}
