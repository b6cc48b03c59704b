namespace KlaviyoLinq.Running;

/// <summary>Stream of a query. Its enumerators check the token before every row, and reject concurrent moves.</summary>
/// <param name="rows">The stream.</param>
/// <param name="cancellationToken">Token of the query; an enumeration can have another.</param>
internal sealed class GuardedStream<T>(IAsyncEnumerable<T> rows, CancellationToken cancellationToken = default) : IAsyncEnumerable<T>
{
    /// <inheritdoc/>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken ofEnumeration = default) =>
        new GuardedEnumerator<T>(rows.GetAsyncEnumerator(ofEnumeration), cancellationToken, ofEnumeration);
}
