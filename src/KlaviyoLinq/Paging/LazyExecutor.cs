namespace KlaviyoLinq.Paging;

/// <summary>
/// What runs a context's requests, made when the first is to be sent: connections, limits and the account's fingerprint take longer to make than a query
/// takes to translate. Safe to use from several threads.
/// </summary>
/// <param name="make">Makes it.</param>
internal sealed class LazyExecutor(Func<KlaviyoExecutor> make) : IDisposable
{
    private readonly Lock _making = new();
    private volatile KlaviyoExecutor? _executor;
    private bool _isClosed;

    /// <summary>The executor; that of a closed context is closed as well, also when it is made only now.</summary>
    internal KlaviyoExecutor Value
    {
        get
        {
            if (_executor is { } made)
                return made;
            lock (_making)
            {
                KlaviyoExecutor executor = _executor ??= make();
                if (_isClosed)
                    executor.Dispose();
                return executor;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_making)
        {
            _isClosed = true;
            _executor?.Dispose();
        }
    }
}
