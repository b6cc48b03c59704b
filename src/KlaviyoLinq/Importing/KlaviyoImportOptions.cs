namespace KlaviyoLinq.Importing;

/// <summary>Options of an import.</summary>
public sealed class KlaviyoImportOptions
{
    /// <summary>
    /// Gets whether rows that cannot be imported are set aside, so that the others are. The default is false: the import ends at the first such row, with a
    /// <see cref="KlaviyoImportException"/> that names it.
    /// </summary>
    public bool SetsAsideRejectedRows { get; init; }

    /// <summary>
    /// Gets the function that receives each rejected row as soon as it is known; null, the default, for none. The result keeps only the first 1,000.
    /// </summary>
    public Action<KlaviyoRejectedRow>? Rejected { get; init; }

    /// <summary>
    /// Gets the largest number of jobs that are in progress at a time. The default is 4; Klaviyo allows 500 of the catalog and 100 of coupon codes.
    /// </summary>
    public int JobsInFlight { get; init; } = 4;

    /// <summary>
    /// Gets whether the import waits until Klaviyo has carried out its jobs. The default is true. Otherwise it ends when all jobs are accepted, and rows that
    /// a job rejects later are not known.
    /// </summary>
    public bool WaitsForJobs { get; init; } = true;

    /// <summary>
    /// Gets the time between the acceptance of a job and its first reading. The default is 1 second. It doubles with each reading, up to 30 seconds.
    /// </summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets the receiver of the progress; null, the default, for none.</summary>
    public IProgress<KlaviyoImportProgress>? Progress { get; init; }

    /// <summary>Gets the number of rows of the source, from which the remaining time is estimated; null, the default, where it is not known.</summary>
    public long? RowCount { get; init; }

    /// <summary>
    /// Gets the journal with which an import continues after its process has ended; null, the default, for none. The source must return the same rows in the
    /// same order again.
    /// </summary>
    public KlaviyoJournal? Journal { get; init; }
}
