using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Comparing;

/// <summary>Tree of all facts of a revision.</summary>
internal static class RevisionFacts
{
    internal static IReadOnlyList<Fact> Of(KlaviyoSpec spec, WritesSpec writes) =>
    [
        .. spec.Operations.Select(OperationFacts.Of),
        .. writes.Operations.Select(OperationFacts.Of),
        .. spec.Resources.Select(Resource),
        .. Fieldsets(spec),
        .. spec.Components.Select(component => Object(component, "Objects", "Fields")),
        .. writes.Components.Select(component => Object(component, "Objects in bodies", "Bodies")),
    ];

    private static Fact Resource(ResourceSpec resource) => new(
        "Resource types",
        resource.Type,
        "",
        [
            .. MemberFacts.Of(resource.Attributes, "Fields"),
            .. resource.Relationships.Select(relationship =>
                new Fact("Relationships", "." + relationship.Name, (relationship.ToMany ? "many " : "one ") + relationship.ResourceType)),
        ]);

    /// <summary>Members of fieldsets, by type: they are the same at nearly all operations of a type, and are listed once.</summary>
    private static IEnumerable<Fact> Fieldsets(KlaviyoSpec spec) =>
        spec.Operations.SelectMany(operation => operation.Fieldsets).GroupBy(fieldset => fieldset.ResourceType).Select(type => new Fact(
            "Sparse fieldsets",
            $"fields[{type.Key}]",
            "",
            [.. type.SelectMany(fieldset => fieldset.Members).Distinct(StringComparer.Ordinal).Select(member => new Fact("Sparse fieldsets", member, ""))]));

    private static Fact Object(ComponentSpec component, string topic, string members) =>
        new(topic, component.Name, "", [.. MemberFacts.Of(component.Members, members)]);
}
