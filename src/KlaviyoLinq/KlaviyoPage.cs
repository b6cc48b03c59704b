using KlaviyoLinq.Display;

namespace KlaviyoLinq;

/// <summary>Page of a query: its rows, and what the answer reports about itself.</summary>
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

    /// <summary>Gets the cursor of the next page; null on the last one. Opaque.</summary>
    public string? Cursor { get; }

    /// <summary>Gets the revision that answered, from the header <c>X-Klaviyo-Api-Revision</c>; null without one.</summary>
    public string? Revision { get; internal init; }

    /// <summary>Gets the day on which Klaviyo retires that revision, from the header <c>X-Klaviyo-Api-Retirement-Date</c>; null without one.</summary>
    public DateOnly? RetirementDate { get; internal init; }

    /// <summary>
    /// Gets the windows of the operation's rate limit, shortest first, from the headers <c>RateLimit-Limit</c>, <c>-Remaining</c> and <c>-Reset</c>.
    /// Klaviyo describes one of the windows; the others have a limit only. Empty without these headers, and on merged pages of a sorted fan-out.
    /// </summary>
    public IReadOnlyList<KlaviyoRateLimitWindow> RateLimit { get; internal init; } = [];

    /// <summary>
    /// Gets the checkpoint after the whole page: <c>query.ResumeFrom(page.Checkpoint)</c>. After the last page, it resumes with new rows only.
    /// </summary>
    /// <exception cref="Errors.KlaviyoCheckpointException">The checkpoint would contain too many resources.</exception>
    public KlaviyoCheckpoint Checkpoint => _checkpoints(Items.Count);

    /// <summary>Returns the checkpoint after the first rows of the page.</summary>
    /// <param name="count">The number of rows: from 0, for before the page, to all of them.</param>
    /// <exception cref="ArgumentOutOfRangeException">The page does not have that many rows.</exception>
    /// <exception cref="Errors.KlaviyoCheckpointException">The checkpoint would contain too many resources.</exception>
    public KlaviyoCheckpoint CheckpointAfter(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Items.Count);
        return _checkpoints(count);
    }

    // The cursor is not shown: Klaviyo keeps the sort key of the last row in it, which may be an e-mail address.
    View IShown.Show() => new($"A page of {Numbers.Rows(Items.Count)}, {(Cursor is null ? "the last one" : "more follow")}")
    {
        Grid = GridBuilder.Rows(Items, GridBuilder.UsualRows),
    };
}
