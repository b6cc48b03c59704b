namespace KlaviyoLinq.Importing;

/// <summary>Progress of an import.</summary>
/// <param name="Read">The number of rows that were read from the source.</param>
/// <param name="Sent">The number of rows in requests that Klaviyo accepted.</param>
/// <param name="Completed">The number of rows that Klaviyo has processed; of operations without a job, that it accepted.</param>
/// <param name="Rejected">The number of rows that were rejected, before they were sent or by Klaviyo.</param>
/// <param name="JobsInFlight">The number of jobs in progress.</param>
/// <param name="Elapsed">The time since the import began.</param>
/// <param name="Remaining">The estimated time to the end; null where the number of rows is not known.</param>
public sealed record KlaviyoImportProgress(
    long Read, long Sent, long Completed, long Rejected, int JobsInFlight, TimeSpan Elapsed, TimeSpan? Remaining);
