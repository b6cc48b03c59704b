using System.Buffers;
using KlaviyoLinq.Emulator.Filtering;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Sorting;

/// <summary>Rows by the values of one field, rows with equal values by id.</summary>
internal sealed class FieldOrder(string name, FieldReader reader, SortKind kind, bool nullsSmallest = false) : RowOrder
{
    private readonly bool _isId = reader is IdReader { IsBare: true } && kind == SortKind.Text;

    internal override string Name => nullsSmallest ? name + ", nulls smallest" : name;

    /// <summary>Gets a value that indicates whether the order belongs to one request, so that no sorted view is kept.</summary>
    internal bool IsFleeting { get; init; }

    internal SortKey KeyOf(in Row row) => KeyOf(row, new SortKeyCapture(kind));

    public override int Compare(Row left, Row right) => Compare(left, KeyOf(right), right.Resource.Id);

    /// <summary>Compares a row with a key and an id, which is the place that a cursor names.</summary>
    internal int Compare(in Row row, SortKey key, string id)
    {
        int order = Compare(KeyOf(row), key);
        return order != 0 ? order : string.CompareOrdinal(row.Resource.Id, id);
    }

    internal override void Sort(Row[] rows)
    {
        SortKeyCapture capture = new(kind);
        if (IsSorted(rows, capture))
            return;
        // Each key is read once, not once a comparison; the keys of a large table are large themselves, and their room is used again.
        (SortKey Key, string Id)[] keys = ArrayPool<(SortKey, string)>.Shared.Rent(rows.Length);
        for (int i = 0; i < rows.Length; i++)
            keys[i] = (KeyOf(rows[i], capture), rows[i].Resource.Id);
        Array.Sort(keys, rows, 0, rows.Length, Comparer<(SortKey, string)>.Create(Compare));
        ArrayPool<(SortKey, string)>.Shared.Return(keys, clearArray: true);
    }

    /// <summary>Most tables are filled in the order of their ids.</summary>
    private bool IsSorted(Row[] rows, SortKeyCapture capture)
    {
        (SortKey Key, string Id) before = default;
        for (int i = 0; i < rows.Length; i++)
        {
            (SortKey Key, string Id) here = (KeyOf(rows[i], capture), rows[i].Resource.Id);
            if (i > 0 && Compare(before, here) > 0)
                return false;
            before = here;
        }
        return true;
    }

    private int Compare((SortKey Key, string Id) left, (SortKey Key, string Id) right)
    {
        int order = Compare(left.Key, right.Key);
        return order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
    }

    private int Compare(SortKey left, SortKey right)
    {
        int order = left.CompareTo(right);
        return nullsSmallest && left.IsNull != right.IsNull ? -order : order;
    }

    // The id is at hand as text; spelling it in UTF-8 and back again would cost a copy for each row of a table.
    private SortKey KeyOf(in Row row, SortKeyCapture capture) =>
        _isId ? SortKey.OfText(row.Resource.Id) : capture.Take(reader.Any(row, capture));
}
