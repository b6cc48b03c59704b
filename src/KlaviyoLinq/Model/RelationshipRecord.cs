namespace KlaviyoLinq.Model;

/// <summary>Relationships of one resource. They refer to no other resource, so that keeping one does not keep a page alive.</summary>
/// <param name="outline">Everything but the identifiers.</param>
/// <param name="identifiers">The identifiers of all relationships, one after the other.</param>
internal sealed class RelationshipRecord(RelationshipOutline outline, ResourceIdentifier[] identifiers)
{
    // One bit for each relationship; no resource has as many as there are bits, and one beyond them counts as not loaded.
    private ulong _loaded;

    internal ReadOnlySpan<ResourceIdentifier> Identifiers => identifiers;

    internal RelationshipOutline Outline { get; } = outline;

    /// <summary>Notes that all resources of a relationship are there.</summary>
    internal void MarkLoaded(int index) => _loaded |= Bit(index);

    internal RelationshipState StateOf(int index) => Outline.Entries[index] switch
    {
        { Data: RelationshipData.Absent } => RelationshipState.NotReceived,
        { Count: > 0 } => (_loaded & Bit(index)) != 0 ? RelationshipState.Loaded : RelationshipState.IdentifiersOnly,
        { Data: RelationshipData.ToOne } => RelationshipState.Null,
        _ => RelationshipState.Empty,
    };

    internal ReadOnlySpan<ResourceIdentifier> IdentifiersOf(int index) => identifiers.AsSpan(Outline.StartOf(index), Outline.Entries[index].Count);

    internal ResourceRelationship Describe(int index, string ownerId)
    {
        RelationshipEntry entry = Outline.Entries[index];
        return new ResourceRelationship(entry.Name)
        {
            State = StateOf(index),
            Identifiers = entry.Count == 0 ? [] : IdentifiersOf(index).ToArray().AsReadOnly(),
            Self = entry.Self?.For(ownerId),
            Related = entry.Related?.For(ownerId),
        };
    }

    /// <summary>The record after one of its relationships was loaded.</summary>
    internal static RelationshipRecord After(RelationshipRecord? before, string name, RelationshipData data, IReadOnlyList<ResourceIdentifier> loaded)
    {
        RelationshipEntry[] known = before?.Outline.Entries ?? [];
        int place = before?.Outline.IndexOf(name) ?? -1;
        RelationshipEntry[] entries = place < 0 ? [.. known, default] : [.. known];
        place = place < 0 ? known.Length : place;
        entries[place] = entries[place] with { Name = name, Data = data, Count = loaded.Count };

        List<ResourceIdentifier> identifiers = [];
        for (int i = 0; i < entries.Length; i++)
            identifiers.AddRange(i == place ? [.. loaded] : before!.IdentifiersOf(i).ToArray());
        RelationshipRecord after = new(new RelationshipOutline(entries), [.. identifiers]) { _loaded = before?._loaded ?? 0 };
        after.MarkLoaded(place);
        return after;
    }

    private static ulong Bit(int index) => index < 64 ? 1UL << index : 0;
}
