using KlaviyoLinq.Display;

namespace KlaviyoLinq;

/// <summary>The rows of one page of an answer, with what the answer told about itself and where to continue behind it.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
[TypeFormatterSource(typeof(DisplaySource))]
public sealed class KlaviyoPage<T> : IShown
{
    private readonly Func<int, KlaviyoCheckpoint> _checkpoints;

    internal KlaviyoPage(IReadOnlyList<T> items, string? cursor, Func<int, KlaviyoCheckpoint> checkpoints)
    {
        Items = items;
        Cursor = cursor;
        _checkpoints = checkpoints;
    }

    /// <summary>The rows, in the answer's order.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>The cursor behind this page; null on the last one. Opaque.</summary>
    public string? Cursor { get; }

    /// <summary>The revision that answered, from the header <c>X-Klaviyo-Api-Revision</c>; null when it was not told.</summary>
    public string? Revision { get; internal init; }

    /// <summary>When Klaviyo will retire that revision, from the header <c>X-Klaviyo-Api-Retirement-Date</c>; null when it was not told.</summary>
    public DateOnly? RetirementDate { get; internal init; }

    /// <summary>
    /// The windows of the operation's rate limit, shortest first, from the headers <c>RateLimit-Limit</c>, <c>-Remaining</c> and <c>-Reset</c>. Klaviyo describes
    /// one of the windows; the others have a limit only. Empty when nothing was told, and on merged pages of a query that fans out in order.
    /// </summary>
    public IReadOnlyList<KlaviyoRateLimitWindow> RateLimit { get; internal init; } = [];

    /// <summary>Where to continue when the whole page has been worked on: <c>query.ResumeFrom(page.Checkpoint)</c>. Behind the last page there come only rows that are new.</summary>
    /// <exception cref="Errors.KlaviyoCheckpointException">The checkpoint would have to name more resources than it can hold.</exception>
    public KlaviyoCheckpoint Checkpoint => _checkpoints(Items.Count);

    /// <summary>Where to continue when the first rows of the page have been worked on.</summary>
    /// <param name="count">How many: from 0, for before the page, to the number of its rows.</param>
    /// <exception cref="ArgumentOutOfRangeException">The page has not so many rows.</exception>
    /// <exception cref="Errors.KlaviyoCheckpointException">The checkpoint would have to name more resources than it can hold.</exception>
    public KlaviyoCheckpoint CheckpointAfter(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Items.Count);
        return _checkpoints(count);
    }

    // The cursor is not shown: Klaviyo keeps the sort key of the last row in it, which may be an e-mail address.
    View IShown.Show() => new($"A page of {Numbers.Rows(Items.Count)}, {(Cursor is null ? "the last one" : "with more behind it")}")
    {
        Grid = GridOf.Rows(Items, GridOf.UsualRows),
    };
}
