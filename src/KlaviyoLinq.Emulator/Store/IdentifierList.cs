namespace KlaviyoLinq.Emulator.Store;

/// <summary>Many identifiers with the instants at which they joined. It only grows; taking one out makes a new list, so that a reader never sees a hole.</summary>
internal sealed class IdentifierList
{
    private string[] _ids = new string[8];
    private long[] _stamps = new long[8];
    private int _count;

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

    internal IdentifierList Without(string id)
    {
        IdentifierList rest = new();
        for (int i = 0; i < _count; i++)
            if (_ids[i] != id)
                rest.Append(_ids[i], _stamps[i]);
        return rest;
    }
}
