using System.Runtime.CompilerServices;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Telemetry;

namespace KlaviyoLinq.Paging;

/// <summary>
/// Stream of pages, cursor by cursor. It ends after the last page, after enough resources, with an exception or by cancellation, and never silently before.
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

            try
            {
                await run.ConfirmEndAsync(stop.Token, cancellationToken, closing).ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                trace?.Fail(failure);
                throw;
            }
        }
        finally
        {
            // A consumer that leaves while a page is in flight waits until the request is aborted, so that nothing continues in the background.
            if (ahead is not null)
            {
                await stop.CancelAsync().ConfigureAwait(false);
                await ((Task)ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await early.CallOffAsync().ConfigureAwait(false);
        }
    }
}
