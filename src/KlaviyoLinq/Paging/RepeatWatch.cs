namespace KlaviyoLinq.Paging;

/// <summary>Detects resources that repeat within the latest ten thousand of a run. This is rare, because a cursor holds a sort key.</summary>
internal sealed class RepeatWatch
{
    private const int Remembered = 10_000;

    private readonly Queue<ulong> _order = new();
    private readonly HashSet<ulong> _recent = [];

    /// <returns>Whether it is a repetition.</returns>
    internal bool Sees(ulong id)
    {
        if (!_recent.Add(id))
            return true;
        _order.Enqueue(id);
        if (_order.Count > Remembered)
            _recent.Remove(_order.Dequeue());
        return false;
    }
}
