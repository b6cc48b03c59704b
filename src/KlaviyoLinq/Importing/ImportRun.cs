using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using KlaviyoLinq.Bodies;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Importing;

/// <summary>
/// One run of an import: reads rows, judges each, collects them into requests that keep the limits of the operation, sends these one after the other, and
/// watches their jobs. It holds one request at a time, whatever the number of rows.
/// </summary>
internal sealed class ImportRun<TRow> : IDisposable
{
    // Below the limit, whose exact meaning (decimal or binary megabytes) Klaviyo does not state.
    private const int Reserve = 4_096;

    private readonly ImportPlan<TRow> _plan;
    private readonly ICommandEngine _engine;
    private readonly KlaviyoImportOptions _options;
    private readonly ImportEnvelope _envelope;
    private readonly ImportTally _tally;
    private readonly ChunkBuffer _row = new();
    private readonly Utf8JsonWriter _json;
    private readonly CommandDraft _draft;
    private ImportChunk _chunk;

    internal ImportRun(ImportPlan<TRow> plan, ICommandEngine engine, KlaviyoImportOptions options)
    {
        (_plan, _engine, _options) = (plan, engine, options);
        _envelope = ImportEnvelope.Of(plan);
        _tally = new ImportTally(options, engine.Time);
        _json = new Utf8JsonWriter(_row, new JsonWriterOptions { SkipValidation = true });
        _draft = new CommandDraft(plan.Operation, plan.Site) { TypeName = plan.TypeName, NeedsAnswer = plan.JobId is not null };
        _chunk = new ImportChunk(_envelope);
    }

    internal async Task<KlaviyoImportResult> RunAsync(IAsyncEnumerable<TRow> rows, CancellationToken cancellationToken)
    {
        using ImportJournal journal = await ImportJournal.OpenAsync(_options.Journal, _plan.Operation.Id, _engine.Time, cancellationToken)
            .ConfigureAwait(false);
        JobWatch<TRow> watch = new(_plan, _options, _tally, journal, _engine.Time);
        try
        {
            await foreach (TRow row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                long number = _tally.Read++;
                _plan.Prepare?.Invoke(row, number, journal.Import, journal.Start);
                if (journal.Find(number) is { } known)
                    await ReplayAsync(row, number, known, journal, watch, cancellationToken).ConfigureAwait(false);
                else
                    await AddAsync(row, number, journal, watch, cancellationToken).ConfigureAwait(false);
            }

            if (journal.Find(_tally.Read) is { } behind)
                throw Changed($"it ended after {_tally.Read} rows, and the journal has row {behind.LastRow}");
            await CloseAsync(journal, watch, cancellationToken).ConfigureAwait(false);
            if (_options.WaitsForJobs)
                await watch.WaitAsync(fewerThan: 1, cancellationToken).ConfigureAwait(false);
            _tally.Report(watch.Count);
            return _tally.Result(watch.Ids);
        }
        catch (KlaviyoException failure) when (failure is not KlaviyoImportException)
        {
            throw new KlaviyoImportException(
                string.Create(CultureInfo.InvariantCulture, $"The import ended at row {_tally.Read}. {failure.Message}"), _tally.Result(watch.Ids), failure);
        }
    }

    public void Dispose()
    {
        _chunk.Dispose();
        _json.Dispose();
        _row.Dispose();
    }

    private async Task AddAsync(TRow row, long number, ImportJournal journal, JobWatch<TRow> watch, CancellationToken cancellationToken)
    {
        if (Write(row, number) is not { } command)
        {
            _chunk.LastRow = number;
            return;
        }

        string[] keys = [.. _plan.Keys(row)];
        int bytes = _plan.Operation.MaximumBytes - Reserve ?? int.MaxValue;
        if (_chunk.Count == (_plan.Operation.MaximumItems ?? int.MaxValue) || (_chunk.Count > 0 && _chunk.Bytes + _row.Length >= bytes)
            || keys.Any(_chunk.Keys.Contains))
            await CloseAsync(journal, watch, cancellationToken).ConfigureAwait(false);
        _chunk.Add(_row.Written.Span, number, command);
        _chunk.Keys.UnionWith(keys);
        _chunk.LastRow = number;
    }

    /// <summary>Writes a row, and judges it.</summary>
    /// <returns>Its request; null where it was rejected.</returns>
    private KlaviyoCommand? Write(TRow row, long number)
    {
        _row.Cut(0);
        _json.Reset(_row);
        LinkFaults faults = _plan.Write(_json, row);
        _json.Flush();
        using ChunkBuffer document = new();
        document.Write(_envelope.Start);
        document.Write(_row.Written.Span);
        document.Write(_envelope.End);
        (KlaviyoCommand? command, IReadOnlyList<KlaviyoFinding> findings) = _engine.JudgeRow(_draft, document.Written.Span, faults);
        if (command is not null)
            return command;
        _chunk.Without.Add(number);
        _tally.Reject(number, new KlaviyoError
        {
            Code = string.Create(CultureInfo.InvariantCulture, $"KLQ{(int)findings[0].Code}"),
            Title = $"{findings[0].Code}.",
            Detail = string.Join(" ", findings.Select(finding => $"{finding.Reason} {finding.Advice}")),
        });
        return null;
    }

    /// <summary>Takes a row that an earlier run has noted.</summary>
    private async Task ReplayAsync(
        TRow row, long number, KlaviyoJournalEntry known, ImportJournal journal, JobWatch<TRow> watch, CancellationToken cancellationToken)
    {
        bool isSent = !known.Without.Contains(number);
        bool isNeeded = known.State == KlaviyoJournalState.Sending || journal.IsLastEnded(known);
        if (isSent && isNeeded && Write(row, number) is { } command)
            _chunk.Add(_row.Written.Span, number, command);
        if (number < known.LastRow)
            return;

        // The last row of the chunk.
        if (isNeeded && known.Hash != _chunk.Hash())
            throw Changed($"the rows {known.FirstRow} to {known.LastRow} are not those of the journal");
        using ImportChunk chunk = Next(known.LastRow + 1);
        switch (known.State)
        {
            case KlaviyoJournalState.Ended:
                _tally.Completed += known.Completed;
                _tally.Rejected += known.Rejected;
                _tally.Sent += known.LastRow - known.FirstRow + 1 - known.Without.Count;
                _tally.Resumed += known.Completed + known.Rejected;
                break;
            case KlaviyoJournalState.Accepted:
                _tally.Rejected += known.Without.Count;
                _tally.Resumed += known.Without.Count;
                _tally.Sent += known.LastRow - known.FirstRow + 1 - known.Without.Count;
                watch.Add(known, [.. Numbers(known)], wasRepeated: false);
                break;
            default:
                if (!known.MayRepeat)
                    throw new KlaviyoImportException(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"Whether the rows {known.FirstRow} to {known.LastRow} were imported is unknown: their request was about to be sent when an earlier run ended, and it must not be sent twice, because a row appends to a custom property. Look at the profiles, and continue with the rows behind."),
                        _tally.Result(watch.Ids));
                _tally.Rejected += known.Without.Count;
                _tally.Resumed += known.Without.Count;
                await SendAsync(chunk, journal, watch, wasSent: true, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private static IEnumerable<long> Numbers(KlaviyoJournalEntry chunk)
    {
        for (long row = chunk.FirstRow; row <= chunk.LastRow; row++)
            if (!chunk.Without.Contains(row))
                yield return row;
    }

    /// <summary>Sends the rows that were collected.</summary>
    private async Task CloseAsync(ImportJournal journal, JobWatch<TRow> watch, CancellationToken cancellationToken)
    {
        if (_chunk.Count == 0)
            return;
        using ImportChunk chunk = Next(_chunk.LastRow + 1);
        await SendAsync(chunk, journal, watch, wasSent: false, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Begins the next chunk, and returns the former one.</summary>
    private ImportChunk Next(long firstRow)
    {
        ImportChunk former = _chunk;
        _chunk = new ImportChunk(_envelope) { FirstRow = firstRow, LastRow = firstRow };
        return former;
    }

    private async Task SendAsync(ImportChunk chunk, ImportJournal journal, JobWatch<TRow> watch, bool wasSent, CancellationToken cancellationToken)
    {
        if (_plan.JobId is not null && _options.WaitsForJobs)
            await watch.WaitAsync(_options.JobsInFlight, cancellationToken).ConfigureAwait(false);
        CommandAnswer? answer;
        try
        {
            answer = await TrySendAsync(chunk, journal, cancellationToken).ConfigureAwait(false);
        }
        catch (KlaviyoValidationException rejected) when (rejected.Errors.Any(error => error.Row is not null))
        {
            SetAside(chunk, rejected);
            answer = chunk.Count == 0 ? null : await TrySendAsync(chunk, journal, cancellationToken).ConfigureAwait(false);
        }

        KlaviyoJournalEntry entry = Entry(chunk, journal, answer is null || _plan.JobId is null ? KlaviyoJournalState.Ended : KlaviyoJournalState.Accepted);
        entry = entry with
        {
            JobId = answer is null ? null : _plan.JobId?.Invoke(answer),
            Completed = answer is not null && _plan.JobId is null ? chunk.Count : 0,
            Rejected = chunk.Without.Count,
        };
        await journal.NoteAsync(entry, cancellationToken).ConfigureAwait(false);
        _tally.Requests += answer is null ? 0 : 1;
        _tally.Sent += chunk.Count;
        _tally.Completed += entry.Completed;
        if (entry.JobId is not null)
            watch.Add(entry, chunk.Rows, wasSent || answer!.WasRepeated);
        _tally.Report(watch.Count);
    }

    private async Task<CommandAnswer?> TrySendAsync(ImportChunk chunk, ImportJournal journal, CancellationToken cancellationToken)
    {
        await journal.NoteAsync(Entry(chunk, journal, KlaviyoJournalState.Sending), cancellationToken).ConfigureAwait(false);
        ReadOnlyMemory<byte> document = chunk.Document();
        CommandDraft draft = _draft with
        {
            Form = () => new ReadOnlyMemoryContent(document) { Headers = { ContentType = new MediaTypeHeaderValue("application/vnd.api+json") } },
        };
        return await _engine.SendAsync(draft, chunk.Command!, cancellationToken).ConfigureAwait(false);
    }

    // Klaviyo rejects a request as a whole, and names the rows.
    private void SetAside(ImportChunk chunk, KlaviyoValidationException rejected)
    {
        long[] rows = chunk.Rows;
        ILookup<int, KlaviyoError> errors = rejected.Errors.Where(error => error.Row < rows.Length).ToLookup(error => error.Row!.Value);
        foreach (IGrouping<int, KlaviyoError> row in errors)
            _tally.Reject(rows[row.Key], row.First());
        chunk.Remove(errors.Select(row => row.Key).ToHashSet());
    }

    private static KlaviyoJournalEntry Entry(ImportChunk chunk, ImportJournal journal, KlaviyoJournalState state) => journal.Entry(state) with
    {
        FirstRow = chunk.FirstRow,
        LastRow = chunk.LastRow,
        Without = [.. chunk.Without],
        Hash = chunk.Hash(),
        MayRepeat = chunk.MayRepeat,
    };

    private KlaviyoImportException Changed(FormattableString how) => new(
        $"The source has changed since the journal was begun: {how.ToString(CultureInfo.InvariantCulture)}. Continue with the same rows, or begin a new journal.",
        _tally.Result());
}
