using KlaviyoLinq.Errors;
using KlaviyoLinq.JsonApi;

namespace KlaviyoLinq.Execution;

/// <summary>
/// Gets the pages of one run, and asks for a page as soon as the body of the one before has come, while that is still being read: the link to the
/// next page stands at a document's end, where it is found without reading the rest. What was found there is a hint only. A page is taken when it is
/// the one that the run, having read the document, asks for; otherwise it is called off.
/// </summary>
internal sealed class EarlyPages(PageFetcher fetcher, bool isEnabled)
{
    private volatile bool _isAwaited;
    private string? _uri;
    private Task<ResourcePage>? _page;
    private CancellationTokenSource? _stop;

    /// <summary>
    /// Whether somebody waits for the page that is under way. Only then another is asked for early: it is never more than one page that comes before it
    /// is wanted.
    /// </summary>
    internal bool IsAwaited
    {
        set => _isAwaited = value;
    }

    /// <inheritdoc cref="PageFetcher.FetchAsync"/>
    internal async Task<ResourcePage> FetchAsync(PagePlace place, CancellationToken stop)
    {
        if (_page is { } early && _uri == place.Uri)
        {
            _page = null;
            return await Located(early, place).ConfigureAwait(false);
        }

        await CallOffAsync().ConfigureAwait(false);
        return await fetcher.FetchAsync(isEnabled ? place with { Arrived = cursor => Ask(place, cursor, stop) } : place, stop).ConfigureAwait(false);
    }

    /// <summary>Calls off a page that nobody will ask for.</summary>
    internal async ValueTask CallOffAsync()
    {
        if (_page is { } unwanted)
        {
            _page = null;
            await _stop!.CancelAsync().ConfigureAwait(false);
            await ((Task)unwanted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _stop?.Dispose();
        _stop = null;
    }

    private void Ask(PagePlace before, string cursor, CancellationToken stop)
    {
        if (!_isAwaited || _page is not null)
            return;
        PagePlace place = before with { Uri = new PagedUri(before.Uri).After(cursor), Number = before.Number + 1 };
        if (place.Uri == before.Uri)
            return;
        _stop?.Dispose();
        _stop = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _uri = place.Uri;
        CancellationToken early = _stop.Token;
        _page = fetcher.FetchAsync(place with { Arrived = next => Ask(place, next, stop) }, early);
    }

    // How many resources came before it was not yet known when it was asked for.
    private async Task<ResourcePage> Located(Task<ResourcePage> page, PagePlace place)
    {
        try
        {
            return await page.ConfigureAwait(false);
        }
        catch (KlaviyoException failure)
        {
            fetcher.Locate(failure, place, failure.Attempts);
            throw;
        }
    }
}
