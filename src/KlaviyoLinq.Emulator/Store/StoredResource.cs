namespace KlaviyoLinq.Emulator.Store;

/// <summary>One resource as it is kept: its id, its attributes as JSON text, and the identifiers it is related to.</summary>
internal sealed class StoredResource(ResourceLayout layout, string id, Block always, Block onDemand)
{
    private object?[]? _related;

    internal ResourceLayout Layout { get; } = layout;

    internal string Id { get; } = id;

    /// <summary>Gets the number of the resource within its table, in the order of adding.</summary>
    internal long Position { get; set; }

    /// <summary>The attributes that every whole answer shows, as one JSON object.</summary>
    internal ReadOnlySpan<byte> AlwaysText => new AttributeBlock(always.Span).Text;

    /// <summary>The JSON of one attribute; empty when the resource has none.</summary>
    internal ReadOnlySpan<byte> Value(LayoutMember member)
    {
        if (member.Place == MemberPlace.Always)
            return new AttributeBlock(always.Span).Value(member.Slot);
        return onDemand.IsNone ? default : new AttributeBlock(onDemand.Span).Value(member.Slot);
    }

    /// <summary>The text of an attribute; null where it is absent, null or not a text.</summary>
    internal string? Text(string attribute)
    {
        ReadOnlySpan<byte> value = Layout.Find(attribute) is { } member ? Value(member) : default;
        if (value.IsEmpty || value[0] != (byte)'"')
            return null;
        System.Text.Json.Utf8JsonReader reader = new(value);
        return reader.Read() ? reader.GetString() : null;
    }

    /// <summary>Has the memory of the resource brought near, without waiting for it.</summary>
    internal int Touch() => Id.Length + always.Span[0];

    /// <summary>The same attributes, related to nothing.</summary>
    internal StoredResource WithoutRelationships() => new(Layout, Id, always, onDemand);

    internal Identifiers Related(RelationshipLayout relationship) => new(_related?[relationship.Slot]);

    /// <summary>Takes the place of another resource: its relationships and its position.</summary>
    internal void Succeed(StoredResource before)
    {
        _related = before._related;
        Position = before.Position;
    }

    /// <summary>Called by the store alone, under its lock; readers see either the old identifiers or the new ones.</summary>
    internal void SetRelated(RelationshipLayout relationship, Identifiers identifiers)
    {
        object?[] related = _related ?? new object?[Layout.Relationships.Count];
        related[relationship.Slot] = identifiers.Kept;
        _related = related;
    }
}
