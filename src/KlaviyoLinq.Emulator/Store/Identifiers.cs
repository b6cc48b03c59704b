namespace KlaviyoLinq.Emulator.Store;

/// <summary>
/// The identifiers of one relationship of one resource. Most resources have none or a few, some lists have a million: none is null, one is a bare
/// string, a few are an array, many are an <see cref="IdentifierList"/>.
/// </summary>
internal readonly struct Identifiers(object? kept)
{
    private const int Few = 4;

    internal object? Kept => kept;

    internal int Count => kept switch
    {
        null => 0,
        string => 1,
        string[] few => few.Length,
        IdentifierList many => many.Count,
        _ => throw new InvalidOperationException("Identifiers are kept in four forms."),
    };

    internal string this[int index] => kept switch
    {
        string one => one,
        string[] few => few[index],
        IdentifierList many => many[index],
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    /// <summary>Gets the moment at which the resource joined, in UTC ticks; 0 where the relationship does not record it.</summary>
    internal long StampAt(int index) => kept is IdentifierList many ? many.StampAt(index) : 0;

    internal bool Contains(string id)
    {
        for (int i = 0; i < Count; i++)
            if (this[i] == id)
                return true;
        return false;
    }

    /// <summary>Returns the set with one more identifier. Small sets that many resources have alike are kept once.</summary>
    internal Identifiers With(string id, long stamp, IdentifierSets sets)
    {
        if (kept is IdentifierList many)
        {
            many.Append(id, stamp);
            return this;
        }
        if (stamp == 0 && kept is null)
            return new(id);
        if (stamp == 0 && Count < Few)
            return new(sets.With(kept!, id));
        IdentifierList list = new();
        foreach (string known in All())
            list.Append(known, 0);
        list.Append(id, stamp);
        return new(list);
    }

    /// <summary>The same, of which one joined at this moment.</summary>
    internal Identifiers Stamped(string id, long stamp)
    {
        if (kept is not IdentifierList many)
        {
            many = new IdentifierList();
            foreach (string known in All())
                many.Append(known, 0);
        }
        many.Stamp(id, stamp);
        return new(many);
    }

    internal Identifiers Without(string id) => kept switch
    {
        string one when one == id => default,
        string[] few when few.Contains(id) => new(few.Where(other => other != id).ToArray()),
        IdentifierList many => new(many.Without(id)),
        _ => this,
    };

    internal IEnumerable<string> All()
    {
        for (int i = 0; i < Count; i++)
            yield return this[i];
    }
}
