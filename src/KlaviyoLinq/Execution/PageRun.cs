using KlaviyoLinq.Errors;
using KlaviyoLinq.JsonApi;
using KlaviyoLinq.Telemetry;

namespace KlaviyoLinq.Execution;

/// <summary>How far one run has come: its cursor, and what it has counted.</summary>
internal sealed class PageRun
{
    private readonly PageFetcher _fetcher;
    private readonly PageRequest _request;
    private readonly PagedUri _uri;
    private readonly RunTrace? _trace;
    private readonly HashSet<string> _cursors = new(StringComparer.Ordinal);
    private string? _cursor;
    private int _pages;
    private long _items;

    internal PageRun(PageFetcher fetcher, PageRequest request, RunTrace? trace)
    {
        _fetcher = fetcher;
        _request = request;
        _trace = trace;
        _uri = new PagedUri(request.RelativeUri);
        if (_uri.FirstCursor is { } first)
            _cursors.Add(first);
    }

    /// <summary>Whether there is another page, and it is wanted.</summary>
    internal bool HasNext { get; private set; } = true;

    /// <summary>Counts a page that has come and takes its cursor.</summary>
    internal void Take(ResourcePage page)
    {
        _pages++;
        _items += page.Resources.Count;
        _trace?.Take(page.Resources.Count);
        _cursor = page.NextCursor;
        HasNext = _cursor is not null && !(_items >= _request.MaximumItems);
    }

    /// <summary>Gets the next page.</summary>
    /// <param name="stop">Calls the page off.</param>
    /// <param name="usersToken">The token that the user knows, which is to be found in the exception when it was the one.</param>
    internal async Task<ResourcePage> FetchAsync(CancellationToken stop, CancellationToken usersToken)
    {
        var place = new PagePlace(_request.Operation, _cursor is null ? _uri.First : _uri.After(_cursor), _pages + 1, _items)
        {
            Headers = _request.Headers,
            Trace = _trace,
            NotFoundIsEmpty = _request.NotFoundIsEmpty,
        };
        if (_cursor is not null && !_cursors.Add(_cursor))
        {
            var failure = new KlaviyoPaginationException("The answer's link to the next page leads back to a page that was already read. To follow it would repeat rows without end.");
            _fetcher.Locate(failure, place, attempts: 0);
            _trace?.Fail(failure);
            throw failure;
        }

        try
        {
            return await _fetcher.FetchAsync(place, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled) when (usersToken.IsCancellationRequested)
        {
            _trace?.Fail(cancelled);
            throw new OperationCanceledException(cancelled.Message, cancelled.InnerException, usersToken);
        }
        catch (Exception failure)
        {
            // A page that was asked for ahead and is called off is no failure.
            if (!stop.IsCancellationRequested)
                _trace?.Fail(failure);
            throw;
        }
    }
}
