namespace KlaviyoLinq.Importing;

/// <summary>Entry of a journal. The last entry of a chunk holds.</summary>
public sealed record KlaviyoJournalEntry
{
    /// <summary>Gets the id of the import, which is the same in all of its runs.</summary>
    public required Guid Import { get; init; }

    /// <summary>Gets the operation that the rows are sent to: <c>bulk_import_profiles</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>Gets the time of the entry.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Gets the state.</summary>
    public required KlaviyoJournalState State { get; init; }

    /// <summary>Gets the number of the first row of the chunk, from 0.</summary>
    public long FirstRow { get; init; }

    /// <summary>Gets the number of the last row of the chunk.</summary>
    public long LastRow { get; init; }

    /// <summary>Gets the numbers of the rows between them that are not in the request, because they were rejected.</summary>
    public IReadOnlyList<long> Without { get; init; } = [];

    /// <summary>Gets the SHA-256 of the rows as they are sent, by which a changed source is found; null in the first entry.</summary>
    public string? Hash { get; init; }

    /// <summary>Gets whether the request may be sent again where its answer was lost.</summary>
    public bool MayRepeat { get; init; } = true;

    /// <summary>Gets the id of the job; null before it is known, and for operations without jobs.</summary>
    public string? JobId { get; init; }

    /// <summary>Gets the number of rows that Klaviyo has processed.</summary>
    public long Completed { get; init; }

    /// <summary>Gets the number of rows that were rejected, those in <see cref="Without"/> included.</summary>
    public long Rejected { get; init; }
}
