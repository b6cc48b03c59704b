namespace KlaviyoLinq.Importing;

/// <summary>
/// Storage of the journal of an import, in a database for example. One import uses it at a time. An entry must be durable when <see cref="AppendAsync"/> ends.
/// </summary>
public interface IKlaviyoJournalStore
{
    /// <summary>Reads all entries in the order in which they were appended.</summary>
    /// <param name="cancellationToken">Aborts the reading.</param>
    /// <returns>The entries; none for a new import.</returns>
    Task<IReadOnlyList<KlaviyoJournalEntry>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Appends an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellationToken">Aborts the writing.</param>
    Task AppendAsync(KlaviyoJournalEntry entry, CancellationToken cancellationToken);
}
