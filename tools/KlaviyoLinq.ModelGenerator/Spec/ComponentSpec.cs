namespace KlaviyoLinq.ModelGenerator.Spec;

/// <summary>An object within an attribute. Named after the document's schema, or after its parent and member where it has none.</summary>
internal sealed class ComponentSpec
{
    public required string Name { get; init; }

    public IReadOnlyList<MemberSpec> Members { get; set; } = [];
}
