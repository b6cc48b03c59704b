using KlaviyoLinq.JsonApi;
using KlaviyoLinq.Model;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Query;

/// <summary>One of several requests that are read side by side: its next resource, and that resource's place in the order.</summary>
internal sealed class FanOutBranch(IAsyncEnumerator<ResourcePage> pages, SortKey sort) : IAsyncDisposable
{
    private IReadOnlyList<KlaviyoResource> _page = [];
    private int _index;
    private object? _key;

    internal bool HasCurrent { get; private set; }

    internal KlaviyoResource Current => _page[_index];

    internal async ValueTask AdvanceAsync()
    {
        _index++;
        while (_index >= _page.Count)
        {
            if (!await pages.MoveNextAsync().ConfigureAwait(false))
            {
                HasCurrent = false;
                return;
            }

            (_page, _index) = (pages.Current.Resources, 0);
        }

        HasCurrent = true;
        _key = SortKeys.Read(Current, sort.Field);
    }

    internal bool ComesBefore(FanOutBranch other)
    {
        int order = SortKeys.Compare(_key, other._key);
        return sort.Descending ? order > 0 : order < 0;
    }

    public ValueTask DisposeAsync() => pages.DisposeAsync();
}
