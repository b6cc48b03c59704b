namespace KlaviyoLinq.Paging;

/// <summary>Recognizes pages that hold the same resources as a page before, whatever cursor led to them. Remembers a hash of each of the latest thousand.</summary>
internal sealed class PageContents
{
    private const int Remembered = 1_000;

    private readonly Queue<ulong> _order = new();
    private readonly HashSet<ulong> _recent = [];

    /// <summary>How many pages in a row held what a page before had held.</summary>
    internal int Repeated { get; private set; }

    /// <summary>Whether the latest page held what a page before had held.</summary>
    internal bool IsRepeated => Repeated > 0;

    /// <summary>Takes a page. The order of its resources does not matter, and one without any is never the same.</summary>
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
