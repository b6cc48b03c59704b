using System.Runtime.CompilerServices;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Documents;

namespace KlaviyoLinq.Running;

/// <summary>Reads from a run what the caller wants: rows, pages, one resource, a count, or whether there is a row.</summary>
internal static class RunResults
{
    /// <summary>Reads rows.</summary>
    /// <param name="begin">Begins the run, once for each enumeration.</param>
    /// <param name="cancellationToken">The token of the query, joined with the enumeration's.</param>
    internal static async IAsyncEnumerable<T> RowsAsync<T>(Func<QueryRun> begin, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        QueryRun run = begin();
        RowShaper<T> rows = run.Rows<T>();
        int left = run.Left;
        await foreach (ResourcePage page in run.PagesAsync(cancellationToken).ConfigureAwait(false))
        {
            for (int i = 0; i < page.Resources.Count; i++)
            {
                if (run.TryShape(rows, i, out T row))
                    yield return row;
                if (--left == 0)
                    yield break;
            }
        }
    }

    /// <summary>Reads rows page by page.</summary>
    internal static async IAsyncEnumerable<KlaviyoPage<T>> PagesAsync<T>(
        Func<QueryRun> begin, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        QueryRun run = begin();
        RowShaper<T> rows = run.Rows<T>();
        int left = run.Left;
        await foreach (ResourcePage page in run.PagesAsync(cancellationToken).ConfigureAwait(false))
        {
            int count = Math.Min(left, page.Resources.Count);
            IReadOnlyList<T> items = run.ShapeAll(rows, count, out Func<int, KlaviyoCheckpoint> checkpoints);
            left -= count;
            yield return new KlaviyoPage<T>(items, left == 0 ? null : page.NextCursor, checkpoints)
            {
                Revision = page.Revision.Name,
                RetirementDate = page.Revision.Retirement,
                RateLimit = page.RateLimit,
            };
            if (left == 0)
                yield break;
        }
    }

    /// <summary>Reads one resource; null when there is none.</summary>
    /// <exception cref="KlaviyoNotFoundException">There is none, and the run requires one.</exception>
    internal static async Task<T?> OneAsync<T>(Func<QueryRun> begin, CancellationToken cancellationToken)
    {
        QueryRun run = begin();
        RowShaper<T> rows = run.Rows<T>();
        await foreach (ResourcePage page in run.PagesAsync(cancellationToken).ConfigureAwait(false))
            if (page.Resources.Count > 0 && run.TryShape(rows, 0, out T row))
                return row;
        return run is { RequiresResource: true, IsEmpty: true } ? throw KlaviyoNotFoundException.WithoutRequest() : default;
    }

    /// <summary>Counts rows without making any.</summary>
    internal static async ValueTask<long> CountAsync(QueryRun run, CancellationToken cancellationToken)
    {
        long count = 0;
        await foreach (ResourcePage page in run.PagesAsync(cancellationToken).ConfigureAwait(false))
            count += page.Resources.Count;
        return Math.Min(count, run.Left);
    }

    /// <summary>Returns whether there is a row, without making any.</summary>
    internal static async ValueTask<bool> AnyAsync(QueryRun run, CancellationToken cancellationToken)
    {
        await foreach (ResourcePage page in run.PagesAsync(cancellationToken).ConfigureAwait(false))
            if (page.Resources.Count > 0)
                return true;
        return false;
    }
}
