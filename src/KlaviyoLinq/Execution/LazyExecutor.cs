namespace KlaviyoLinq.Execution;

/// <summary>
/// What runs a context's requests, made when the first is to be sent: connections, limits and the account's fingerprint take longer to make than a query
/// takes to translate. Safe to use from several threads.
/// </summary>
/// <param name="make">Makes it.</param>
internal sealed class LazyExecutor(Func<KlaviyoExecutor> make) : IDisposable
{
    private readonly Lazy<KlaviyoExecutor> _executor = new(make);
    private int _isClosed;

    /// <summary>The executor; that of a closed context is closed as well, also when it is made only now.</summary>
    internal KlaviyoExecutor Value
    {
        get
        {
            KlaviyoExecutor executor = _executor.Value;
            if (Volatile.Read(ref _isClosed) != 0)
                executor.Dispose();
            return executor;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Interlocked.Exchange(ref _isClosed, 1);
        if (_executor.IsValueCreated)
            _executor.Value.Dispose();
    }
}
