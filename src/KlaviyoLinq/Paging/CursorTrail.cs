using KlaviyoLinq.Checkpoints;

namespace KlaviyoLinq.Paging;

/// <summary>
/// Detects chains of pages that lead back to an earlier page, in bounded memory. Hashes of the latest cursors find a short cycle at its first
/// repetition; Brent's algorithm, which keeps one cursor and replaces it at every power of two, finds longer ones.
/// </summary>
internal sealed class CursorTrail
{
    private const int Remembered = 1024;

    private readonly Queue<ulong> _order = new();
    private readonly HashSet<ulong> _recent = [];
    private string? _landmark;
    private long _steps;
    private long _nextLandmark = 1;

    /// <summary>Returns whether the cursor has led to an earlier page, as far as that is remembered.</summary>
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
