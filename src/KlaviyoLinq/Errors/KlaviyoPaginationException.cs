namespace KlaviyoLinq.Errors;

/// <summary>
/// The way from page to page is broken: a cursor came back, the link to the next page holds none or is missing, the answer is that of another page,
/// or pages repeat the same rows. To go on would repeat or lose rows.
/// </summary>
public sealed class KlaviyoPaginationException : KlaviyoException
{
    internal KlaviyoPaginationException(string message)
        : base(message)
    {
    }
}
