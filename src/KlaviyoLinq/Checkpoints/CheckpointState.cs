namespace KlaviyoLinq.Checkpoints;

/// <summary>Everything a checkpoint holds.</summary>
internal sealed record CheckpointState
{
    /// <summary>The query's operation: <c>get_profiles</c>.</summary>
    internal required string Operation { get; init; }

    internal required QueryFingerprint Query { get; init; }

    internal required string Revision { get; init; }

    /// <summary>The account's public id; null where no answer told it.</summary>
    internal string? Account { get; init; }

    /// <summary>How many rows were consumed, over all runs.</summary>
    internal long Taken { get; init; }

    internal required StreamState State { get; init; }
}
