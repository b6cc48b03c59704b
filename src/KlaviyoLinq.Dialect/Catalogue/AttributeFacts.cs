namespace KlaviyoLinq.Catalogue;

/// <summary>One attribute of a resource, or one member of an object within an attribute.</summary>
internal sealed class AttributeFacts(string name, AttributeKind kind)
{
    /// <summary>The wire name of this member alone, without its parents.</summary>
    internal string Name { get; } = name;

    internal AttributeKind Kind { get; } = kind;

    /// <summary>Indicates whether the value is an array of <see cref="Kind"/>.</summary>
    internal bool IsArray { get; init; }

    internal bool Nullable { get; init; }

    internal bool Required { get; init; }

    /// <summary>The documented values of an enumeration; more may come without a new revision.</summary>
    internal IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The members, where <see cref="Kind"/> is <see cref="AttributeKind.Object"/>.</summary>
    internal IReadOnlyList<AttributeFacts> Members { get; init; } = [];

    /// <summary>The alternatives, where <see cref="Kind"/> is <see cref="AttributeKind.Union"/>.</summary>
    internal IReadOnlyList<AlternativeFacts> Alternatives { get; init; } = [];
}
