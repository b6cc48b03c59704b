namespace KlaviyoLinq.ModelGenerator.Spec;

/// <summary>One resource type: the union over all shapes in which operations answer with it.</summary>
internal sealed class ResourceSpec
{
    public required string Type { get; init; }

    public IReadOnlyList<MemberSpec> Attributes { get; set; } = [];

    public IReadOnlyList<RelationshipSpec> Relationships { get; set; } = [];
}
