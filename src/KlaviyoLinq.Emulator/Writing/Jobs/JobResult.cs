namespace KlaviyoLinq.Emulator.Writing.Jobs;

/// <summary>Result of the items of a job.</summary>
/// <param name="Completed">The number of items that were processed.</param>
/// <param name="Errors">The errors of items that were not; one for each error, and so perhaps several for an item.</param>
internal sealed record JobResult(int Completed, IReadOnlyList<JobError> Errors)
{
    /// <summary>The number of items that needed no change: profiles that were suppressed already.</summary>
    internal int Skipped { get; init; }

    /// <summary>The relationships of the job that its end adds: the items that it created.</summary>
    internal IReadOnlyList<(string Relationship, IReadOnlyList<string> Ids)> Related { get; init; } = [];
}
