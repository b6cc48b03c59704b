using KlaviyoLinq.Documents;

namespace KlaviyoLinq.Paging;

/// <summary>Page that is requested before it is known whether it is needed.</summary>
internal sealed class EarlyPage : IDisposable
{
    private readonly CancellationTokenSource _stop;

    /// <param name="uri">The page's path and query.</param>
    /// <param name="fetch">Gets the page.</param>
    /// <param name="stop">Cancels the request with the run.</param>
    internal EarlyPage(string uri, Func<CancellationToken, Task<ResourcePage>> fetch, CancellationToken stop)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Uri = uri;
        Page = fetch(_stop.Token);
    }

    internal string Uri { get; }

    internal Task<ResourcePage> Page { get; }

    /// <summary>Cancels the request, and waits until it has ended.</summary>
    internal async ValueTask CallOffAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await ((Task)Page).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    public void Dispose() => _stop.Dispose();
}
