namespace KlaviyoLinq;

/// <summary>
/// Query over Klaviyo's resources. Requests are sent only when it runs: by <c>await foreach</c>, or by an asynchronous operator such as
/// <c>ToListAsync</c>. It can run more than once, and sends its requests each time.
/// </summary>
/// <typeparam name="T">The type of a row.</typeparam>
public interface IKlaviyoQueryable<out T> : IQueryable<T>
{
    /// <summary>Returns the rows as an asynchronous stream, for further operators in memory.</summary>
    IAsyncEnumerable<T> AsAsyncEnumerable();

    /// <summary>Starts the stream of rows; called by <c>await foreach</c>.</summary>
    /// <param name="cancellationToken">Ends the stream, and aborts a request in flight.</param>
    IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default);
}
