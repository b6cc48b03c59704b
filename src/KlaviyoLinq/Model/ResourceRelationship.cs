namespace KlaviyoLinq.Model;

/// <summary>One relationship of a resource, as the answer reported it or as it was loaded since.</summary>
public sealed class ResourceRelationship
{
    internal ResourceRelationship(string name) => Name = name;

    /// <summary>The relationship's name on the wire: <c>campaign-messages</c>.</summary>
    public string Name { get; }

    /// <summary>Knowledge about it.</summary>
    public RelationshipState State { get; internal init; }

    /// <summary>
    /// Related identifiers, in the answer's order, whether or not the resources were included. Empty unless the answer contained them: see
    /// <see cref="State"/>.
    /// </summary>
    public IReadOnlyList<ResourceIdentifier> Identifiers { get; internal init; } = [];

    /// <summary>
    /// The link to the relationship itself (<c>…/relationships/lists/</c>), as it stood in the answer. Null when there was none. The library never
    /// follows it.
    /// </summary>
    public string? Self { get; internal init; }

    /// <summary>
    /// The link to the related resources (<c>…/lists/</c>), as it stood in the answer. Null when there was none. The library never follows it.
    /// </summary>
    public string? Related { get; internal init; }

    /// <summary>Name, state and number of identifiers.</summary>
    public override string ToString() => Identifiers.Count == 0 ? $"{Name}: {State}" : $"{Name}: {State} ({Identifiers.Count})";
}
