namespace KlaviyoLinq.Running;

/// <summary>
/// Enumerator that checks its tokens before every row, also where that row is already there, and rejects concurrent moves, which would corrupt the
/// state of an async iterator. A move that completes synchronously allocates nothing here.
/// </summary>
/// <param name="rows">The enumerator.</param>
/// <param name="ofQuery">Token that was given with the query.</param>
/// <param name="ofEnumeration">Token that was given with the enumeration.</param>
internal sealed class GuardedEnumerator<T>(IAsyncEnumerator<T> rows, CancellationToken ofQuery, CancellationToken ofEnumeration) : IAsyncEnumerator<T>
{
    private int _isMoving;

    /// <inheritdoc/>
    public T Current => rows.Current;

    /// <inheritdoc/>
    public ValueTask<bool> MoveNextAsync()
    {
        if (Interlocked.Exchange(ref _isMoving, 1) != 0)
            return ValueTask.FromException<bool>(
                new InvalidOperationException(
                    "MoveNextAsync was called while an earlier call had not completed. Await each call before the next one; for parallel work, enumerate the query once for each worker."));
        ValueTask<bool> move = ofEnumeration.IsCancellationRequested || ofQuery.IsCancellationRequested ? CancelledAsync() : rows.MoveNextAsync();
        if (!move.IsCompletedSuccessfully)
            return CompleteAsync(move);

        // The result is read before the next move can begin.
        bool hasRow = move.Result;
        Volatile.Write(ref _isMoving, 0);
        return new ValueTask<bool>(hasRow);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => rows.DisposeAsync();

    private async ValueTask<bool> CompleteAsync(ValueTask<bool> move)
    {
        try
        {
            return await move.ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _isMoving, 0);
        }
    }

    private ValueTask<bool> CancelledAsync()
    {
        CancellationToken cancelled = ofEnumeration.IsCancellationRequested ? ofEnumeration : ofQuery;
        return new ValueTask<bool>(Task.FromException<bool>(new OperationCanceledException("The query was cancelled.", cancelled)));
    }
}
