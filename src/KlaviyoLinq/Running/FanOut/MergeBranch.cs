using KlaviyoLinq.Checkpoints;
using KlaviyoLinq.Paging;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Model;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Running.FanOut;

/// <summary>One of several sorted requests: its next resource, and the sort key of that resource.</summary>
/// <param name="source">The pages of the request; each enumeration sends it again.</param>
/// <param name="start">The position at which the request begins.</param>
/// <param name="sort">The sort key.</param>
/// <param name="cancellationToken">Cancels the requests.</param>
internal sealed class MergeBranch(
    IAsyncEnumerable<ResourcePage> source, StreamPosition start, SortKey sort, CancellationToken cancellationToken) : IAsyncDisposable
{
    /// <summary>The maximum number of pages that are kept while they are read ahead. Beyond it they are requested again.</summary>
    internal const int MostAhead = 32;

    private readonly Queue<ResourcePage> _ahead = new();
    private IAsyncEnumerator<ResourcePage> _pages = source.GetAsyncEnumerator(cancellationToken);
    private ResourcePage? _page;
    private int _index;
    private bool _isTooFarAhead;

    internal bool HasCurrent { get; private set; }

    internal KlaviyoResource Current => _page!.Resources[_index];

    internal ResourcePage Page => _page!;

    /// <summary>The sort key of the current resource.</summary>
    internal object? Key { get; private set; }

    /// <summary>The position before the current resource.</summary>
    internal BranchPlace Place => new(start, _page?.Mark, _index);

    internal async ValueTask AdvanceAsync()
    {
        _index++;
        while (_page is null || _index >= _page.Resources.Count)
        {
            if (!_ahead.TryDequeue(out ResourcePage? next))
            {
                if (!await _pages.MoveNextAsync().ConfigureAwait(false))
                {
                    HasCurrent = false;
                    return;
                }

                next = _pages.Current;
            }

            (_page, _index) = (next, 0);
        }

        HasCurrent = true;
        Key = SortKeys.Read(Current, sort.Field);
    }

    /// <summary>Reads a page ahead of the current resource; null when there is none.</summary>
    internal async ValueTask<ResourcePage?> LookAheadAsync()
    {
        if (!await _pages.MoveNextAsync().ConfigureAwait(false))
            return null;
        _isTooFarAhead |= _ahead.Count == MostAhead;
        if (_isTooFarAhead)
            _ahead.Clear();
        else
            _ahead.Enqueue(_pages.Current);
        return _pages.Current;
    }

    /// <summary>Ends reading ahead before the first resource was taken: what was not kept is requested again, from the start.</summary>
    internal async ValueTask ReturnAsync()
    {
        if (!_isTooFarAhead)
            return;
        await _pages.DisposeAsync().ConfigureAwait(false);
        (_pages, _page) = (source.GetAsyncEnumerator(cancellationToken), null);
        await AdvanceAsync().ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _pages.DisposeAsync();
}
