using KlaviyoLinq.Emulator.Filtering;
using KlaviyoLinq.Emulator.Sorting;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Paging;

/// <summary>Cuts pages out of a sorted snapshot. The cursor's place is found by halving, so that a page deep down costs no more than the first.</summary>
internal sealed class PageReader(Row[] rows, FieldOrder order, bool descending, RowPredicate? predicate)
{
    internal Page Read(Cursor? cursor, int size)
    {
        bool forward = cursor?.Forward ?? true;
        int step = forward != descending ? 1 : -1;
        int start = cursor is null ? (step > 0 ? 0 : rows.Length - 1) : Start(cursor, step);
        List<Row> page = [];
        int at = Collect(page, start, step, size);
        bool more = NextWanted(at, step) >= 0;
        bool before = cursor is not null && page.Count > 0 && NextWanted(start - step, -step) >= 0;
        if (!forward)
            page.Reverse();
        int depth = (cursor?.Depth ?? 0) + 1;
        Cursor? ahead = page.Count > 0 && (forward ? more : before) ? CursorAt(page[^1], true, depth) : null;
        Cursor? behind = page.Count > 0 && (forward ? before : more) ? CursorAt(page[0], false, depth) : null;
        return new Page(page, ahead, behind);
    }

    /// <summary>Fills the page and answers with the index after it, in reading direction.</summary>
    private int Collect(List<Row> page, int at, int step, int size)
    {
        for (; page.Count < size && InRange(at); at += step)
            if (predicate is null || predicate.Wants(rows[at]))
                page.Add(rows[at]);
        return at;
    }

    private int NextWanted(int at, int step)
    {
        for (; InRange(at); at += step)
            if (predicate is null || predicate.Wants(rows[at]))
                return at;
        return -1;
    }

    private bool InRange(int at) => (uint)at < (uint)rows.Length;

    /// <summary>The first index beyond the cursor's place, in reading direction.</summary>
    private int Start(Cursor cursor, int step)
    {
        int low = 0;
        int high = rows.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            int side = order.Compare(rows[middle], cursor.Key, cursor.Id);
            if (side < 0 || (side == 0 && step > 0))
                low = middle + 1;
            else
                high = middle;
        }
        return step > 0 ? low : low - 1;
    }

    private Cursor CursorAt(in Row row, bool forward, int depth) => new(forward, order.KeyOf(row), row.Resource.Id, depth);
}
