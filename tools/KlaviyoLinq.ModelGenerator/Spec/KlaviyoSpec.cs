namespace KlaviyoLinq.ModelGenerator.Spec;

/// <summary>The distilled facts of one revision: names, types and numbers, no prose. The file in <c>spec/</c> is this, as JSON.</summary>
internal sealed class KlaviyoSpec
{
    public required string Revision { get; init; }

    /// <summary>All GET operations, in the ordinal order of their paths.</summary>
    public required IReadOnlyList<OperationSpec> Operations { get; init; }

    /// <summary>All resource types that a GET operation answers with, in the ordinal order of their wire names.</summary>
    public required IReadOnlyList<ResourceSpec> Resources { get; init; }

    /// <summary>The objects within attributes, in the ordinal order of their names. Members name them; they may be recursive.</summary>
    public required IReadOnlyList<ComponentSpec> Components { get; set; }

    internal ResourceSpec Resource(string type) =>
        Resources.FirstOrDefault(resource => resource.Type == type) ?? throw new SpecificationException($"There is no resource type '{type}'.");

    internal OperationSpec Operation(string id) =>
        Operations.FirstOrDefault(operation => operation.Id == id) ?? throw new SpecificationException($"There is no operation '{id}'.");

    internal ComponentSpec Component(string name) =>
        Components.FirstOrDefault(component => component.Name == name) ?? throw new SpecificationException($"There is no component '{name}'.");
}
