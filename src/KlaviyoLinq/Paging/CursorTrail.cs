using KlaviyoLinq.Checkpoints;

namespace KlaviyoLinq.Paging;

/// <summary>
/// Notices when a chain of pages bites its own tail, in bounded memory: the latest cursors are known by their hashes, so that a short circle is found
/// at its first return; a longer one is found by Brent's method, which remembers one cursor and moves on to a later one at every power of two.
/// </summary>
internal sealed class CursorTrail
{
    private const int Remembered = 1024;

    private readonly Queue<ulong> _order = new();
    private readonly HashSet<ulong> _recent = [];
    private string? _landmark;
    private long _steps;
    private long _nextLandmark = 1;

    /// <summary>Whether the cursor has led to a page before, as far as that is remembered.</summary>
    internal bool Holds(string cursor) => cursor == _landmark || _recent.Contains(IdHash.Of(cursor));

    /// <returns>False when the cursor has led to a page before.</returns>
    internal bool Add(string cursor)
    {
        ulong hash = IdHash.Of(cursor);
        if (cursor == _landmark || !_recent.Add(hash))
            return false;
        _order.Enqueue(hash);
        if (_order.Count > Remembered)
            _recent.Remove(_order.Dequeue());
        if (++_steps == _nextLandmark)
            (_landmark, _nextLandmark) = (cursor, _nextLandmark * 2);
        return true;
    }
}
