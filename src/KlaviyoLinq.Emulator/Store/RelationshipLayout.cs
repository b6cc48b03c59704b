namespace KlaviyoLinq.Emulator.Store;

/// <summary>One relationship of a resource type and the slot in which each resource keeps its identifiers.</summary>
internal sealed class RelationshipLayout(string name, string resourceType, bool toMany, int slot)
{
    internal string Name { get; } = name;

    /// <summary>The type at the other end.</summary>
    internal string ResourceType { get; } = resourceType;

    internal bool ToMany { get; } = toMany;

    internal int Slot { get; } = slot;

    /// <summary>
    /// Gets a value that indicates whether answers show the relationship; some exist as paths only (<c>/api/catalog-items/{id}/categories</c>).
    /// </summary>
    internal bool Shown { get; init; }

    /// <summary>Gets a value that indicates whether Klaviyo sends the identifiers although the relationship is not included.</summary>
    internal bool IdentifiersAlwaysSent { get; init; }

    /// <summary>The relationship that leads back, kept in step with this one; null where Klaviyo has none.</summary>
    internal string? Inverse { get; init; }
}
