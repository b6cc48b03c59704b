using KlaviyoLinq.Checkpoints;
using KlaviyoLinq.Paging;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Running.FanOut;

/// <summary>One of several sorted requests: its next resource, and the sort key of that resource.</summary>
/// <param name="source">The pages of the request; each enumeration sends it again.</param>
/// <param name="start">The position at which the request begins.</param>
/// <param name="keys">The sort keys.</param>
/// <param name="cancellationToken">Cancels the requests.</param>
internal sealed class MergeBranch(
    IAsyncEnumerable<ResourcePage> source, StreamPosition start, MergeKeys keys, CancellationToken cancellationToken) : IAsyncDisposable
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

    /// <summary>Indicates whether the sort key of the current resource cannot be read. The resource comes right after the one before it.</summary>
    internal bool IsUnplaced { get; private set; }

    /// <summary>Indicates whether the first resource of the current page whose key can be read has none; null when there is no such resource.</summary>
    internal bool? BeginsWithoutKey => keys.Readable(Page).Select(key => (bool?)(key is null)).FirstOrDefault();

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
        (Key, IsUnplaced) = (keys.Read(Current), keys.IsUnreadable(_page, Current));
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
