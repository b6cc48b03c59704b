using System.Collections;

namespace KlaviyoLinq.Catalogue;

/// <summary>A list whose items are made when it is first looked into. The catalogue is large, and one query needs little of it.</summary>
internal sealed class LazyList<T>(Func<T[]> make) : IReadOnlyList<T>
{
    private T[]? _items;

    public int Count => Items.Length;

    private T[] Items => _items ?? Interlocked.CompareExchange(ref _items, make(), null) ?? _items;

    public T this[int index] => Items[index];

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
