using System.Runtime.CompilerServices;
using KlaviyoLinq.JsonApi;
using KlaviyoLinq.Telemetry;

namespace KlaviyoLinq.Paging;

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
        CancellationToken closing,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var early = new EarlyPages(fetcher, settings.Prefetch && request.MaximumItems is null);
        var run = new PageRun(fetcher, request, early, settings.Notices);
        using RunTrace? trace = run.Trace = fetcher.Trace(request);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, closing);
        Task<ResourcePage>? ahead = null;
        try
        {
            while (run.HasNext)
            {
                ResourcePage page;
                try
                {
                    early.IsAwaited = true;
                    ResourcePage came = await (ahead ?? run.FetchAsync(stop.Token, cancellationToken, closing)).ConfigureAwait(false);
                    early.IsAwaited = false;
                    page = run.Take(came);
                    trace?.Take(page.Resources.Count);
                }
                catch (Exception failure)
                {
                    trace?.Fail(failure);
                    throw;
                }

                ahead = settings.Prefetch && run.HasNext ? run.FetchAsync(stop.Token, cancellationToken, closing) : null;
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

            await early.CallOffAsync().ConfigureAwait(false);
        }
    }
}
