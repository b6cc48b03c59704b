namespace KlaviyoLinq.Model;

/// <summary>Outline of a resource's relationships in an answer, without the identifiers. Most resources of a page share one.</summary>
internal sealed class RelationshipOutline
{
    private readonly int[] _starts;

    internal RelationshipOutline(RelationshipEntry[] entries)
    {
        Entries = entries;
        _starts = new int[entries.Length];
        for (int i = 1; i < entries.Length; i++)
            _starts[i] = _starts[i - 1] + entries[i - 1].Count;
        Bare = new RelationshipRecord(this, []);
        NamesData = Array.Exists(entries, static entry => entry.Data != RelationshipData.Absent);
    }

    internal RelationshipEntry[] Entries { get; }

    /// <summary>The record of all resources that have this outline and no identifiers.</summary>
    internal RelationshipRecord Bare { get; }

    /// <summary>Indicates whether it contains the data of any relationship, even if empty.</summary>
    internal bool NamesData { get; }

    /// <summary>Returns the index at which a relationship's identifiers start among those of all relationships.</summary>
    internal int StartOf(int index) => _starts[index];

    /// <returns>-1 when there is no such relationship.</returns>
    internal int IndexOf(string name) => Array.FindIndex(Entries, entry => entry.Name == name);
}
