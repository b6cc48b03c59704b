using KlaviyoLinq.Errors;
using KlaviyoLinq.Documents;

namespace KlaviyoLinq.Paging;

/// <summary>
/// Gets the pages of one run, and requests a page as soon as the body of the one before has arrived and before it is read: the link to the next page
/// is at the end of a document, where it is found without reading the rest. This link is only a hint. The page is used if the run, having read the
/// document, requests the same one; otherwise it is cancelled.
/// </summary>
internal sealed class EarlyPages(PageFetcher fetcher, bool isEnabled)
{
    private readonly Lock _lock = new();
    private string? _asked;
    private bool _isAwaited;
    private EarlyPage? _early;
    private (string Before, PagePlace Place, CancellationToken Stop)? _hint;

    /// <summary>
    /// Sets whether the consumer waits for the latest page. Only then the next one is requested early, so that never more than one page is ahead of
    /// the consumer.
    /// </summary>
    internal bool IsAwaited
    {
        set
        {
            lock (_lock)
            {
                _isAwaited = value;
                FollowHint();
            }
        }
    }

    /// <inheritdoc cref="PageFetcher.FetchAsync"/>
    internal async Task<ResourcePage> FetchAsync(PagePlace place, CancellationToken stop)
    {
        EarlyPage? early = Take(place.Uri);
        if (early is not null && early.Uri == place.Uri)
            return await LocatedAsync(early, place).ConfigureAwait(false);
        if (early is not null)
            await early.CallOffAsync().ConfigureAwait(false);
        return await fetcher.FetchAsync(isEnabled ? Watched(place, stop) : place, stop).ConfigureAwait(false);
    }

    /// <summary>Cancels a page that is not needed.</summary>
    internal ValueTask CallOffAsync() => Take(asked: null)?.CallOffAsync() ?? ValueTask.CompletedTask;

    private EarlyPage? Take(string? asked)
    {
        lock (_lock)
        {
            _asked = asked;
            EarlyPage? early = _early;
            _early = null;
            return early;
        }
    }

    private PagePlace Watched(PagePlace place, CancellationToken stop) => place with { Arrived = cursor => Ask(place, cursor, stop) };

    private void Ask(PagePlace before, string cursor, CancellationToken stop)
    {
        PagePlace place = before with { Exchange = before.Exchange with { Uri = new PagedUri(before.Uri).After(cursor), Number = before.Exchange.Number + 1 } };
        if (place.Uri == before.Uri)
            return;
        lock (_lock)
        {
            _hint = (before.Uri, place, stop);
            FollowHint();
        }
    }

    // The body of an early page can arrive before the page is requested or awaited. Its hint is used as soon as it is.
    private void FollowHint()
    {
        if (!_isAwaited || _early is not null || _hint is not { } hint || hint.Before != _asked)
            return;
        _hint = null;
        _early = new EarlyPage(hint.Place.Uri, early => fetcher.FetchAsync(Watched(hint.Place, hint.Stop), early), hint.Stop);
    }

    // The number of resources before it was not known when it was requested.
    private async Task<ResourcePage> LocatedAsync(EarlyPage early, PagePlace place)
    {
        try
        {
            ResourcePage page = await early.Page.ConfigureAwait(false);
            foreach (RowFailure failed in page.Failed?.All ?? [])
                fetcher.Locate(failed.Exception, place, failed.Exception.Attempts);
            return page;
        }
        catch (KlaviyoException failure)
        {
            fetcher.Locate(failure, place, failure.Attempts);
            throw;
        }
        finally
        {
            early.Dispose();
        }
    }
}
