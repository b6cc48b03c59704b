using System.Runtime.CompilerServices;
using KlaviyoLinq.JsonApi;
using KlaviyoLinq.Telemetry;

namespace KlaviyoLinq.Execution;

/// <summary>
/// Pages, cursor after cursor. A run ends because there are no more pages, because enough resources were read, by an exception or by cancellation;
/// it never just stops.
/// </summary>
internal static class PageStream
{
    internal static async IAsyncEnumerable<ResourcePage> ReadAsync(
        PageFetcher fetcher,
        PageRequest request,
        ExecutionSettings settings,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = new PageRun(fetcher, request, settings.Notices);
        using RunTrace? trace = run.Trace = fetcher.Trace(request);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<ResourcePage>? ahead = null;
        try
        {
            while (run.HasNext)
            {
                ResourcePage page;
                try
                {
                    page = run.Take(await (ahead ?? run.FetchAsync(stop.Token, cancellationToken)).ConfigureAwait(false));
                    trace?.Take(page.Resources.Count);
                }
                catch (Exception failure)
                {
                    trace?.Fail(failure);
                    throw;
                }

                ahead = settings.Prefetch && run.HasNext ? run.FetchAsync(stop.Token, cancellationToken) : null;
                yield return page;
            }
        }
        finally
        {
            // Who breaks off while a page is on its way waits for it to be called off: nothing goes on behind their back.
            if (ahead is not null)
            {
                await stop.CancelAsync().ConfigureAwait(false);
                await ((Task)ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
