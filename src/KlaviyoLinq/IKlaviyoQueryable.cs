namespace KlaviyoLinq;

/// <summary>
/// A query over Klaviyo's resources. Nothing is sent until its rows are asked for: with <c>await foreach</c>, or one of the asynchronous
/// operators such as <c>ToListAsync</c>. The query can be enumerated more than once, and each time asks anew.
/// </summary>
/// <typeparam name="T">The type of a row.</typeparam>
public interface IKlaviyoQueryable<out T> : IQueryable<T>
{
    /// <summary>The rows as an asynchronous stream, for everything that goes on in memory.</summary>
    IAsyncEnumerable<T> AsAsyncEnumerable();

    /// <summary>Starts the stream of rows; this is what <c>await foreach</c> calls.</summary>
    /// <param name="cancellationToken">Ends the stream, also in the middle of a request.</param>
    IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default);
}
