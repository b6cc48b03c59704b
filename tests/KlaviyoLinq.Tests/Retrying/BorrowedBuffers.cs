using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace KlaviyoLinq.Tests.Retrying;

/// <summary>Watches which large buffers of the shared pool are out, by the events that the pool itself raises.</summary>
internal sealed class BorrowedBuffers : EventListener
{
    private const int Rented = 1;
    private const int Returned = 3;

    // The first guess for a body of unknown length; nobody else in the tests' process borrows that much at once.
    private const int Large = 64 * 1024;

    private static readonly int _pool = ArrayPool<byte>.Shared.GetHashCode();

    private readonly ConcurrentDictionary<int, int> _out = new();
    private int _rented;

    /// <summary>Number of buffers rented so far.</summary>
    internal int Borrowed => Volatile.Read(ref _rented);

    /// <summary>Number of rented buffers not yet returned.</summary>
    internal int Out => _out.Count;

    /// <summary>Waits until one more than this was borrowed.</summary>
    internal Task BorrowedAfterAsync(int before) => Patience.UntilAsync(() => Borrowed > before);

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "System.Buffers.ArrayPoolEventSource")
            EnableEvents(eventSource, EventLevel.Verbose);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData is not { EventId: Rented or Returned, Payload: [int id, int size, int pool, ..] } || pool != _pool || size < Large)
            return;
        if (eventData.EventId == Returned)
        {
            _out.TryRemove(id, out _);
            return;
        }

        _out[id] = size;
        Interlocked.Increment(ref _rented);
    }
}
