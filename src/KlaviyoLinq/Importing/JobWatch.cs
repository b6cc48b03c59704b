using System.Globalization;

namespace KlaviyoLinq.Importing;

/// <summary>The jobs of an import that are in progress.</summary>
internal sealed class JobWatch<TRow>(
    ImportPlan<TRow> plan, KlaviyoImportOptions options, ImportTally tally, ImportJournal journal, TimeProvider time)
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(30);

    // A job cannot be read at once after it was accepted.
    private static readonly TimeSpan _unknownFor = TimeSpan.FromMinutes(2);

    private readonly List<Watched> _open = [];

    internal int Count => _open.Count;

    /// <summary>The ids of the jobs.</summary>
    internal IReadOnlyList<string> Ids => [.. _open.Select(job => job.Entry.JobId!)];

    /// <summary>Adds a job.</summary>
    /// <param name="entry">The chunk as it was accepted.</param>
    /// <param name="rows">The numbers of its rows, in their order.</param>
    /// <param name="wasRepeated">Whether the request was sent again after a lost answer.</param>
    internal void Add(KlaviyoJournalEntry entry, long[] rows, bool wasRepeated) =>
        _open.Add(new Watched(entry, rows, wasRepeated) { Due = time.GetUtcNow() + options.PollInterval, Interval = options.PollInterval });

    /// <summary>Waits until fewer jobs than a number are in progress.</summary>
    internal async Task WaitAsync(int fewerThan, CancellationToken cancellationToken)
    {
        while (_open.Count >= fewerThan)
            await PollAsync(_open.MinBy(job => job.Due)!, cancellationToken).ConfigureAwait(false);
    }

    private async Task PollAsync(Watched job, CancellationToken cancellationToken)
    {
        TimeSpan wait = job.Due - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        JobState? state = await plan.ReadJobAsync!(job.Entry.JobId!, cancellationToken).ConfigureAwait(false);
        if (state is null && time.GetUtcNow() - job.Entry.Time > _unknownFor)
            throw new KlaviyoImportException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Klaviyo does not know the job {job.Entry.JobId} of the rows {job.Entry.FirstRow} to {job.Entry.LastRow}: whether they were imported is unknown. Jobs can be read for 7 days."),
                tally.Result(Ids));
        if (state is not { HasEnded: true })
        {
            job.Interval = job.Interval * 2 < _longest ? job.Interval * 2 : _longest;
            job.Due = time.GetUtcNow() + job.Interval;
            return;
        }

        _open.Remove(job);
        await EndAsync(job, state, cancellationToken).ConfigureAwait(false);
    }

    private async Task EndAsync(Watched job, JobState state, CancellationToken cancellationToken)
    {
        HashSet<long> rejected = [];
        List<(long Row, RowError Error)> errors = [];
        if (state.Failed is not 0 || state.Completed != state.Total)
            await foreach (RowError error in plan.ReadErrors!(job.Entry.JobId!, cancellationToken).ConfigureAwait(false))
                if (error.Index is { } index && index < job.Rows.Length && rejected.Add(job.Rows[index]))
                    errors.Add((job.Rows[index], error));
        long completed = state.Completed ?? state.Total - (state.Failed ?? errors.Count);

        // What a cancelled job has not processed has failed too.
        long failed = state.Total - completed;
        await journal.NoteAsync(
            job.Entry with
            {
                State = KlaviyoJournalState.Ended,
                Time = time.GetUtcNow(),
                Completed = completed,
                Rejected = job.Entry.Without.Count + failed,
            },
            cancellationToken).ConfigureAwait(false);
        tally.Completed += completed;
        foreach ((long row, RowError error) in errors)
            tally.Reject(row, error.Error, mayExist: job.WasRepeated && plan.Creates);

        if (failed > errors.Count)
            tally.RejectUnnamed(failed - errors.Count, job.Entry);
        tally.Report(_open.Count);
    }

    private sealed class Watched(KlaviyoJournalEntry entry, long[] rows, bool wasRepeated)
    {
        internal KlaviyoJournalEntry Entry => entry;

        internal long[] Rows => rows;

        internal bool WasRepeated => wasRepeated;

        internal DateTimeOffset Due { get; set; }

        internal TimeSpan Interval { get; set; }
    }
}
