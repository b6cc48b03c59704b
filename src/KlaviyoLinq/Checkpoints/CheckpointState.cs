namespace KlaviyoLinq.Checkpoints;

/// <summary>Content of a checkpoint.</summary>
internal sealed record CheckpointState
{
    /// <summary>The query's operation: <c>get_profiles</c>.</summary>
    internal required string Operation { get; init; }

    internal required QueryFingerprint Query { get; init; }

    internal required string Revision { get; init; }

    /// <summary>The account's public id; null where no answer reported it.</summary>
    internal string? Account { get; init; }

    /// <summary>The number of rows consumed, over all runs.</summary>
    internal long Taken { get; init; }

    internal required StreamState State { get; init; }
}
