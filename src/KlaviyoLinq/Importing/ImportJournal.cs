namespace KlaviyoLinq.Importing;

/// <summary>The journal of one run: what earlier runs have noted, and what this one notes. Without a journal it notes nothing.</summary>
internal sealed class ImportJournal : IDisposable
{
    private readonly IKlaviyoJournalStore? _store;
    private readonly string _operation;
    private readonly TimeProvider _time;
    private readonly KlaviyoJournalEntry[] _chunks;
    private int _next;

    private ImportJournal(IKlaviyoJournalStore? store, string operation, TimeProvider time, Guid import, DateTimeOffset start, KlaviyoJournalEntry[] chunks) =>
        (_store, _operation, _time, Import, Start, _chunks) = (store, operation, time, import, start, chunks);

    /// <summary>The id of the import.</summary>
    internal Guid Import { get; }

    /// <summary>The time when the import began, in its first run.</summary>
    internal DateTimeOffset Start { get; }

    /// <summary>Reads a journal, and begins it where it is empty.</summary>
    /// <exception cref="InvalidOperationException">The journal belongs to another operation.</exception>
    internal static async Task<ImportJournal> OpenAsync(KlaviyoJournal? journal, string operation, TimeProvider time, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        IKlaviyoJournalStore? store = journal?.Open();
        IReadOnlyList<KlaviyoJournalEntry> entries = store is null ? [] : await store.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (entries.FirstOrDefault(entry => entry.Operation != operation) is { } other)
            throw new InvalidOperationException($"The journal belongs to an import by {other.Operation}, and this one is by {operation}. Use another journal.");
        KlaviyoJournalEntry? first = entries.FirstOrDefault(entry => entry.State == KlaviyoJournalState.Started);
        KlaviyoJournalEntry[] chunks =
        [
            .. entries.Where(entry => entry.State != KlaviyoJournalState.Started)
                .GroupBy(entry => entry.FirstRow).Select(chunk => chunk.Last()).OrderBy(chunk => chunk.FirstRow),
        ];
        ImportJournal opened = new(store, operation, time, first?.Import ?? Guid.NewGuid(), first?.Time ?? now, chunks);
        if (first is null)
            await opened.NoteAsync(opened.Entry(KlaviyoJournalState.Started) with { Time = now }, cancellationToken).ConfigureAwait(false);
        return opened;
    }

    /// <summary>Finds the chunk that a row belongs to in earlier runs; null behind the last one. Rows are asked for in their order.</summary>
    internal KlaviyoJournalEntry? Find(long row)
    {
        while (_next < _chunks.Length && _chunks[_next].LastRow < row)
            _next++;
        return _next < _chunks.Length ? _chunks[_next] : null;
    }

    /// <summary>Indicates whether a chunk is the last one that has ended before the first that has not: the one by which a changed source is found.</summary>
    internal bool IsLastEnded(KlaviyoJournalEntry chunk) =>
        ReferenceEquals(chunk, _chunks.LastOrDefault(entry => entry.State == KlaviyoJournalState.Ended && entry.Hash is not null));

    internal KlaviyoJournalEntry Entry(KlaviyoJournalState state) => new()
    {
        Import = Import,
        Operation = _operation,
        Time = _time.GetUtcNow(),
        State = state,
    };

    internal Task NoteAsync(KlaviyoJournalEntry entry, CancellationToken cancellationToken) =>
        _store?.AppendAsync(entry, cancellationToken) ?? Task.CompletedTask;

    public void Dispose() => (_store as JournalFile)?.Dispose();
}
