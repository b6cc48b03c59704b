using System.Collections;

namespace KlaviyoLinq.Running;

/// <summary>
/// Rows of a query for a caller that blocks. No continuation of the run needs the caller's synchronization context, so that blocking its thread cannot cause a
/// deadlock.
/// </summary>
internal sealed class SynchronousRows<T>(IAsyncEnumerator<T> rows) : IEnumerator<T>
{
    /// <inheritdoc/>
    public T Current => rows.Current;

    object? IEnumerator.Current => Current;

    /// <inheritdoc/>
    public bool MoveNext() => Blocking.Wait(() => rows.MoveNextAsync());

    /// <inheritdoc/>
    public void Reset() => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Dispose() => Blocking.Wait(async () =>
    {
        await rows.DisposeAsync().ConfigureAwait(false);
        return true;
    });
}
