using System.Buffers;
using KlaviyoLinq.Emulator.Filtering;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Sorting;

/// <summary>Rows by the values of one field, rows with equal values by id.</summary>
internal sealed class FieldOrder(string name, FieldReader reader, SortKind kind) : RowOrder
{
    internal override string Name => name;

    /// <summary>Whether the order is that of one question alone, so that no sorted view is kept for it.</summary>
    internal bool IsFleeting { get; init; }

    internal SortKey KeyOf(in Row row) => KeyOf(row, new SortKeyCapture(kind));

    public override int Compare(Row left, Row right) => Compare(left, KeyOf(right), right.Resource.Id);

    /// <summary>Where a row stands against a key and an id: the place that a cursor names.</summary>
    internal int Compare(in Row row, SortKey key, string id)
    {
        int order = KeyOf(row).CompareTo(key);
        return order != 0 ? order : string.CompareOrdinal(row.Resource.Id, id);
    }

    internal override void Sort(Row[] rows)
    {
        // Each key is read once, not once a comparison; the keys of a large table are large themselves, and their room is used again.
        SortKeyCapture capture = new(kind);
        (SortKey Key, string Id)[] keys = ArrayPool<(SortKey, string)>.Shared.Rent(rows.Length);
        bool sorted = true;
        for (int i = 0; i < rows.Length; i++)
        {
            keys[i] = (KeyOf(rows[i], capture), rows[i].Resource.Id);
            sorted &= i == 0 || Compare(keys[i - 1], keys[i]) <= 0;
        }
        if (!sorted)
            Array.Sort(keys, rows, 0, rows.Length, Comparer<(SortKey, string)>.Create(Compare));
        ArrayPool<(SortKey, string)>.Shared.Return(keys, clearArray: true);
    }

    private static int Compare((SortKey Key, string Id) left, (SortKey Key, string Id) right)
    {
        int order = left.Key.CompareTo(right.Key);
        return order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
    }

    private SortKey KeyOf(in Row row, SortKeyCapture capture) => capture.Take(reader.Any(row, capture));
}
