namespace KlaviyoLinq.Importing;

/// <summary>Result of an import.</summary>
public sealed class KlaviyoImportResult
{
    internal KlaviyoImportResult()
    {
    }

    /// <summary>Gets the number of rows that were read from the source, those of earlier runs of the journal included.</summary>
    public long Read { get; internal init; }

    /// <summary>Gets the number of rows in requests that Klaviyo accepted, those of earlier runs included.</summary>
    public long Sent { get; internal init; }

    /// <summary>
    /// Gets the number of rows that Klaviyo has processed, those of earlier runs included. Of operations without a job this is the number of accepted rows.
    /// </summary>
    public long Completed { get; internal init; }

    /// <summary>Gets the number of rows that were rejected, those of earlier runs included.</summary>
    public long RejectedCount { get; internal init; }

    /// <summary>Gets the first 1,000 rows that this run found rejected; <see cref="KlaviyoImportOptions.Rejected"/> receives all.</summary>
    public IReadOnlyList<KlaviyoRejectedRow> Rejected { get; internal init; } = [];

    /// <summary>Gets the number of requests that this run sent and Klaviyo accepted.</summary>
    public int Requests { get; internal init; }

    /// <summary>Gets the number of rows that earlier runs of the journal had completed, so that this run did not send them.</summary>
    public long Resumed { get; internal init; }

    /// <summary>Gets the ids of jobs that were accepted and not waited for.</summary>
    public IReadOnlyList<string> OpenJobs { get; internal init; } = [];
}
