namespace KlaviyoLinq.Paging;

/// <summary>
/// Executor of a context, made when the first request is sent: connections, limits and the account's fingerprint take longer to make than a query takes to
/// translate. Thread-safe.
/// </summary>
/// <param name="make">Makes it.</param>
internal sealed class LazyExecutor(Func<KlaviyoExecutor> make) : IDisposable
{
    private readonly Lock _making = new();
    private volatile KlaviyoExecutor? _executor;
    private bool _isClosed;

    /// <summary>The executor. That of a disposed context is disposed, even if it is made only now.</summary>
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
