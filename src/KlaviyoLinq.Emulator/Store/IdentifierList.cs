namespace KlaviyoLinq.Emulator.Store;

/// <summary>
/// Many identifiers with the instants at which they joined. It only grows; taking one out makes a new list, so that a reader never sees a hole.
/// </summary>
internal sealed class IdentifierList
{
    private string[] _ids = new string[8];
    private long[] _stamps = new long[8];
    private int _count;
    private int _stampedLast;

    internal int Count => Volatile.Read(ref _count);

    internal string this[int index] => _ids[index];

    internal long StampAt(int index) => _stamps[index];

    internal void Append(string id, long stamp)
    {
        if (_count == _ids.Length)
        {
            Array.Resize(ref _stamps, _count * 2);
            Array.Resize(ref _ids, _count * 2);
        }
        _ids[_count] = id;
        _stamps[_count] = stamp;
        Volatile.Write(ref _count, _count + 1);
    }

    /// <summary>Notes when one of them joined. They come in the order in which they stand here as a rule, so the search begins after the one before.</summary>
    internal void Stamp(string id, long stamp)
    {
        for (int step = 1; step <= _count; step++)
        {
            int i = (_stampedLast + step) % _count;
            if (_ids[i] != id)
                continue;
            _stamps[i] = stamp;
            _stampedLast = i;
            return;
        }
    }

    internal IdentifierList Without(string id)
    {
        IdentifierList rest = new();
        for (int i = 0; i < _count; i++)
            if (_ids[i] != id)
                rest.Append(_ids[i], _stamps[i]);
        return rest;
    }
}
