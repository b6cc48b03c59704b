using System.Text.Json.Serialization;

namespace KlaviyoLinq.ModelGenerator.Spec;

/// <summary>One relationship of a resource.</summary>
internal sealed record RelationshipSpec(string Name, string ResourceType, bool ToMany)
{
    /// <summary>Indicates whether Klaviyo sends the identifiers even when the relationship is not included. Known from overrides only.</summary>
    public bool IdentifiersAlwaysSent { get; init; }

    /// <summary>The revisions that describe the relationship, the newest first, where the newest of all does not; empty for every other relationship.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Revisions { get; init; } = [];

    /// <summary>Indicates whether an operation adds or removes its links, from either side, or takes them in a body.</summary>
    [JsonIgnore]
    public bool Editable { get; init; }

    /// <summary>Indicates whether a body has the related resources themselves, as an attribute of the same name.</summary>
    [JsonIgnore]
    public bool Embedded { get; init; }

    /// <summary>
    /// Indicates whether the document has GET operations for the relationship but does not list it on the resource. Known from overrides only.
    /// </summary>
    public bool Virtual { get; init; }
}
