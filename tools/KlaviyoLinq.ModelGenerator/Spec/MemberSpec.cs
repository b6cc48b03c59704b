using System.Text.Json.Serialization;

namespace KlaviyoLinq.ModelGenerator.Spec;

/// <summary>One attribute of a resource, or one member of a component.</summary>
internal sealed record MemberSpec
{
    public required string Name { get; init; }

    public required MemberKind Kind { get; init; }

    public bool Array { get; init; }

    public bool Nullable { get; init; }

    public bool Required { get; init; }

    /// <summary>The values of an enumeration; a constant has one.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The component, where <see cref="Kind"/> is an object.</summary>
    public string? Component { get; init; }

    /// <summary>The members whose constants distinguish the alternatives of a union, the strongest first.</summary>
    public IReadOnlyList<string> Discriminators { get; init; } = [];

    /// <summary>The components of a union.</summary>
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    /// <summary>The revisions that describe the member, the newest first, where the newest of all does not; empty for every other member.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Revisions { get; init; } = [];

    /// <summary>Indicates whether bodies may have the member and answers never do.</summary>
    [JsonIgnore]
    public bool WriteOnly { get; init; }

    /// <summary>The components this member is made of: none, one, or a union's alternatives.</summary>
    internal IReadOnlyList<string> Components => Component is null ? Alternatives : [Component];
}
