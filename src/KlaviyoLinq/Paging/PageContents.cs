namespace KlaviyoLinq.Paging;

/// <summary>Detects pages with the same resources as an earlier page, whatever their cursors. Keeps a hash of each of the latest thousand pages.</summary>
internal sealed class PageContents
{
    private const int Remembered = 1_000;

    private readonly Queue<ulong> _order = new();
    private readonly HashSet<ulong> _recent = [];

    /// <summary>The number of consecutive pages that repeated an earlier page.</summary>
    internal int Repeated { get; private set; }

    /// <summary>Indicates whether the latest page repeated an earlier page.</summary>
    internal bool IsRepeated => Repeated > 0;

    /// <summary>Records a page. The order of its resources does not matter, and an empty page is never a repetition.</summary>
    internal void Take(ulong[] ids)
    {
        ulong content = (ulong)ids.Length;
        foreach (ulong id in ids)
            content += id;
        if (ids.Length == 0)
            return;
        if (!_recent.Add(content))
        {
            Repeated++;
            return;
        }

        Repeated = 0;
        _order.Enqueue(content);
        if (_order.Count > Remembered)
            _recent.Remove(_order.Dequeue());
    }
}
