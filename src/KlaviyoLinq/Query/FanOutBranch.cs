using KlaviyoLinq.Checkpoints;
using KlaviyoLinq.Execution;
using KlaviyoLinq.JsonApi;
using KlaviyoLinq.Model;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Query;

/// <summary>One of several requests that are read side by side: its next resource, and that resource's place in the order.</summary>
internal sealed class FanOutBranch(IAsyncEnumerator<ResourcePage> pages, StreamPosition start, SortKey sort) : IAsyncDisposable
{
    private ResourcePage? _page;
    private int _index;

    internal bool HasCurrent { get; private set; }

    internal KlaviyoResource Current => _page!.Resources[_index];

    internal ResourcePage Page => _page!;

    /// <summary>The value that the current resource is sorted by.</summary>
    internal object? Key { get; private set; }

    /// <summary>The place before the current resource.</summary>
    internal BranchPlace Place => new(start, _page?.Mark, _index);

    internal async ValueTask AdvanceAsync()
    {
        _index++;
        while (_page is null || _index >= _page.Resources.Count)
        {
            if (!await pages.MoveNextAsync().ConfigureAwait(false))
            {
                HasCurrent = false;
                return;
            }

            (_page, _index) = (pages.Current, 0);
        }

        HasCurrent = true;
        Key = SortKeys.Read(Current, sort.Field);
    }

    internal bool ComesBefore(FanOutBranch other)
    {
        int order = SortKeys.Compare(Key, other.Key);
        return sort.Descending ? order > 0 : order < 0;
    }

    public ValueTask DisposeAsync() => pages.DisposeAsync();
}
