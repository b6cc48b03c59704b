namespace KlaviyoLinq.Errors;

/// <summary>The way from page to page is broken: a cursor came back, or the link to the next page holds none. To go on would repeat or lose rows.</summary>
public sealed class KlaviyoPaginationException : KlaviyoException
{
    internal KlaviyoPaginationException(string message)
        : base(message)
    {
    }
}
