using KlaviyoLinq.JsonApi;

namespace KlaviyoLinq.Paging;

/// <summary>A page that is on its way before it is known whether it will be wanted.</summary>
internal sealed class EarlyPage : IDisposable
{
    private readonly CancellationTokenSource _stop;

    /// <param name="uri">The page's path and query.</param>
    /// <param name="fetch">Gets it.</param>
    /// <param name="stop">Calls it off with the run.</param>
    internal EarlyPage(string uri, Func<CancellationToken, Task<ResourcePage>> fetch, CancellationToken stop)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Uri = uri;
        Page = fetch(_stop.Token);
    }

    internal string Uri { get; }

    internal Task<ResourcePage> Page { get; }

    /// <summary>Calls the page off, and waits until it is.</summary>
    internal async ValueTask CallOffAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await ((Task)Page).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    public void Dispose() => _stop.Dispose();
}
