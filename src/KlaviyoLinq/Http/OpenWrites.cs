namespace KlaviyoLinq.Http;

/// <summary>Writes on the wire of a connection. The transport is closed after the last of them, so that their answers can be received. Thread-safe.</summary>
internal sealed class OpenWrites
{
    private readonly Lock _lock = new();
    private int _open;
    private Action? _close;

    /// <summary>Begins a write.</summary>
    /// <exception cref="ObjectDisposedException">The context was disposed.</exception>
    internal void Begin()
    {
        lock (_lock)
        {
            // This folder does not know the context's class, only its name.
            if (_close is not null)
                throw new ObjectDisposedException("KlaviyoContext");
            _open++;
        }
    }

    /// <summary>Ends a write.</summary>
    internal void End()
    {
        lock (_lock)
            if (--_open > 0 || _close is null)
                return;
        _close();
    }

    /// <summary>Closes the transport when no write is open.</summary>
    internal void Close(Action close)
    {
        lock (_lock)
        {
            if (_close is not null)
                return;
            _close = close;
            if (_open > 0)
                return;
        }

        close();
    }
}
