using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>Text of the resource types and components of one revision, with everything that they consist of. Texts of two revisions can be compared.</summary>
internal sealed class SchemaText(KlaviyoSpec spec)
{
    private readonly Recursion _recursion = new(spec);

    internal MemberLines Lines { get; } = new(spec);

    internal string? Of(ResourceSpec? resource) =>
        resource is null ? null : string.Join('\n', Lines.Of(resource).Concat(Within([resource]).SelectMany(Lines.Of)));

    internal string? Of(ComponentSpec? component) =>
        component is null ? null : string.Join('\n', Lines.Of(component).Concat(InOrder(_recursion.From(component.Name)).SelectMany(Lines.Of)));

    /// <summary>The components that resource types are made of, in the order of their names.</summary>
    internal IEnumerable<ComponentSpec> Within(IEnumerable<ResourceSpec> resources) => InOrder(
        resources.SelectMany(resource => resource.Attributes)
            .SelectMany(member => member.Components).SelectMany(name => _recursion.From(name).Append(name)).ToHashSet());

    private IEnumerable<ComponentSpec> InOrder(IReadOnlySet<string> names) => spec.Components.Where(component => names.Contains(component.Name));
}
