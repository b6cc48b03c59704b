namespace KlaviyoLinq;

/// <summary>The rows of one page of an answer, with what the answer told about itself.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
public sealed class KlaviyoPage<T>
{
    internal KlaviyoPage(IReadOnlyList<T> items, string? cursor, string? revision, DateOnly? retirementDate, IReadOnlyList<KlaviyoRateLimitWindow> rateLimit)
    {
        Items = items;
        Cursor = cursor;
        Revision = revision;
        RetirementDate = retirementDate;
        RateLimit = rateLimit;
    }

    /// <summary>The rows, in the answer's order.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>The cursor behind this page; null on the last one. Opaque.</summary>
    public string? Cursor { get; }

    /// <summary>The revision that answered, from the header <c>X-Klaviyo-Api-Revision</c>; null when it was not told.</summary>
    public string? Revision { get; }

    /// <summary>When Klaviyo will retire that revision, from the header <c>X-Klaviyo-Api-Retirement-Date</c>; null when it was not told.</summary>
    public DateOnly? RetirementDate { get; }

    /// <summary>
    /// The windows of the operation's rate limit, shortest first, from the headers <c>RateLimit-Limit</c>, <c>-Remaining</c> and <c>-Reset</c>. Klaviyo describes
    /// one of the windows; the others have a limit only. Empty when nothing was told, and on merged pages of a query that fans out in order.
    /// </summary>
    public IReadOnlyList<KlaviyoRateLimitWindow> RateLimit { get; }
}
