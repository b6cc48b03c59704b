namespace KlaviyoLinq.Model;

/// <summary>What an answer says of a resource's relationships, but for the identifiers. Most resources of a page share one.</summary>
internal sealed class RelationshipOutline
{
    internal RelationshipOutline(RelationshipEntry[] entries)
    {
        Entries = entries;
        Bare = new RelationshipRecord(this, []);
        NamesData = Array.Exists(entries, static entry => entry.Data != RelationshipData.Absent);
    }

    internal RelationshipEntry[] Entries { get; }

    /// <summary>The record of all resources that have this outline and no identifiers.</summary>
    internal RelationshipRecord Bare { get; }

    /// <summary>Whether it says of any relationship what is related, be it nothing.</summary>
    internal bool NamesData { get; }

    /// <returns>-1 when there is no such relationship.</returns>
    internal int IndexOf(string name) => Array.FindIndex(Entries, entry => entry.Name == name);
}
