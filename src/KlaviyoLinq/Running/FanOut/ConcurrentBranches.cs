using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using KlaviyoLinq.Documents;

namespace KlaviyoLinq.Running.FanOut;

/// <summary>
/// Pages of several requests in the order in which they arrive, merged by System.Linq.Async: each request reads one page ahead of the consumer. The first
/// failure cancels the other requests and is the one that is thrown.
/// </summary>
/// <param name="branches">The pages of each request.</param>
internal sealed class ConcurrentBranches(IReadOnlyList<IAsyncEnumerable<ResourcePage>> branches)
{
    private ExceptionDispatchInfo? _failure;

    internal async IAsyncEnumerable<BranchPage> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        IAsyncEnumerator<BranchPage> merged = AsyncEnumerableEx.Merge([.. branches.Select((pages, branch) => ReadAsync(branch, pages, stop))])
            .GetAsyncEnumerator(stop.Token);
        try
        {
            while (await NextAsync(merged, cancellationToken).ConfigureAwait(false))
                yield return merged.Current;
        }
        finally
        {
            // The merge waits for the requests in flight, so they are cancelled first.
            await stop.CancelAsync().ConfigureAwait(false);
            await EndAsync(merged).ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<BranchPage> ReadAsync(int branch, IAsyncEnumerable<ResourcePage> pages, CancellationTokenSource stop)
    {
        await using IAsyncEnumerator<ResourcePage> reader = pages.GetAsyncEnumerator(stop.Token);
        while (await NextAsync(reader, stop).ConfigureAwait(false))
            yield return new BranchPage(branch, reader.Current);
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<ResourcePage> reader, CancellationTokenSource stop)
    {
        try
        {
            return await reader.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(failure), null);
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    // The merge wraps exceptions of its sources in an AggregateException.
    private async ValueTask<bool> NextAsync(IAsyncEnumerator<BranchPage> merged, CancellationToken cancellationToken)
    {
        try
        {
            return await merged.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception) when (_failure is not null)
        {
            if (_failure.SourceException is OperationCanceledException cancelled && cancellationToken.IsCancellationRequested)
                throw new OperationCanceledException(cancelled.Message, cancelled, cancellationToken);
            _failure.Throw();
            throw;
        }
    }

    private static async ValueTask EndAsync(IAsyncEnumerator<BranchPage> merged)
    {
        try
        {
            await merged.DisposeAsync().ConfigureAwait(false);
        }
        catch (AggregateException)
        {
            // The consumer has left, so these exceptions come from the requests that were cancelled.
        }
    }
}
