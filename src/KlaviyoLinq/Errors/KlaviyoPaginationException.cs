namespace KlaviyoLinq.Errors;

/// <summary>
/// The links between pages are inconsistent: a cursor was repeated, the link to the next page is missing or has no cursor, the answer belongs to another
/// page, or pages repeat the same rows. Continuing could repeat or lose rows.
/// </summary>
public sealed class KlaviyoPaginationException : KlaviyoException
{
    internal KlaviyoPaginationException(string message)
        : base(message)
    {
    }
}
