using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Importing;

/// <summary>Counts of an import, and its rejected rows.</summary>
internal sealed class ImportTally(KlaviyoImportOptions options, TimeProvider time)
{
    private const int Kept = 1_000;

    private readonly long _start = time.GetTimestamp();
    private readonly List<KlaviyoRejectedRow> _rejected = [];

    internal long Read { get; set; }

    internal long Sent { get; set; }

    internal long Completed { get; set; }

    internal long Rejected { get; set; }

    internal long Resumed { get; set; }

    internal int Requests { get; set; }

    internal KlaviyoImportResult Result(IReadOnlyList<string>? openJobs = null) => new()
    {
        Read = Read,
        Sent = Sent,
        Completed = Completed,
        RejectedCount = Rejected,
        Rejected = [.. _rejected],
        Requests = Requests,
        Resumed = Resumed,
        OpenJobs = openJobs ?? [],
    };

    /// <summary>Notes a rejected row.</summary>
    /// <exception cref="KlaviyoImportException">Rejected rows are not to be set aside.</exception>
    internal void Reject(long row, KlaviyoError error, bool mayExist = false)
    {
        KlaviyoRejectedRow rejected = new(row, error) { MayExist = mayExist };
        Rejected++;
        if (_rejected.Count < Kept)
            _rejected.Add(rejected);
        options.Rejected?.Invoke(rejected);
        if (!options.SetsAsideRejectedRows)
            throw new KlaviyoImportException(
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"Row {row} was rejected: {error} Correct it, or set {nameof(KlaviyoImportOptions.SetsAsideRejectedRows)} to import the others."),
                Result());
    }

    /// <summary>Counts rows that a job has not processed without naming them.</summary>
    /// <exception cref="KlaviyoImportException">Rejected rows are not to be set aside.</exception>
    internal void RejectUnnamed(long count, KlaviyoJournalEntry job)
    {
        Rejected += count;
        if (!options.SetsAsideRejectedRows)
            throw new KlaviyoImportException(
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"The job {job.JobId} has not processed {count} of the rows {job.FirstRow} to {job.LastRow}, and does not name them."),
                Result());
    }

    internal void Report(int jobsInFlight)
    {
        if (options.Progress is not { } progress)
            return;
        TimeSpan elapsed = time.GetElapsedTime(_start);
        long done = Completed + Rejected;
        progress.Report(new KlaviyoImportProgress(
            Read, Sent, Completed, Rejected, jobsInFlight, elapsed,
            options.RowCount is { } count && done > Resumed ? elapsed * ((double)Math.Max(0, count - done) / (done - Resumed)) : null));
    }
}
