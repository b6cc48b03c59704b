namespace KlaviyoLinq.Paging;

/// <summary>Notices when a resource comes twice within the latest ten thousand of a run. A cursor holds a sort key, so that is rare.</summary>
internal sealed class RepeatWatch
{
    private const int Remembered = 10_000;

    private readonly Queue<ulong> _order = new();
    private readonly HashSet<ulong> _recent = [];

    /// <returns>Whether it has come before.</returns>
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
