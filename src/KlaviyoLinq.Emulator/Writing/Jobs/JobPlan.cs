using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing.Jobs;

/// <summary>Job that an account starts.</summary>
/// <param name="Type">The resource type of the job: <c>catalog-item-bulk-create-job</c>.</param>
/// <param name="Total">The number of items.</param>
/// <param name="Work">Processes the items when the job ends. It receives the job as it is then.</param>
internal sealed record JobPlan(string Type, int Total, Func<StoredResource, JobResult> Work)
{
    /// <summary>The status in which Klaviyo answers: <c>queued</c> for imports, <c>processing</c> for the catalog.</summary>
    internal string FirstStatus { get; init; } = "queued";

    /// <summary>The relationships that the job has from the start: the lists that profiles are imported into.</summary>
    internal IReadOnlyList<(string Relationship, IReadOnlyList<string> Ids)> Related { get; init; } = [];

    /// <summary>The largest number of jobs of the type that an account has in progress; null for no limit.</summary>
    internal int? MaxInProgress { get; init; }
}
