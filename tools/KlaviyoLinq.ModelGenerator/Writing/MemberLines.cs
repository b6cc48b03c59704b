using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>Entries of resource types and components: the first line names it, one more follows for each member.</summary>
internal sealed class MemberLines(KlaviyoSpec spec)
{
    private readonly Recursion _recursion = new(spec);

    internal IEnumerable<string> Of(ResourceSpec resource) =>
        resource.Attributes.Select(member => Member(member, null))
            .Prepend(Cells.Line("R", resource.Type, Cells.List(resource.Relationships.Select(Relationship)), CollectionOf(resource), SingleOf(resource)));

    internal IEnumerable<string> Of(IReadOnlyList<MemberSpec> members) => members.Select(member => Member(member, null));

    internal IEnumerable<string> Of(ComponentSpec component) =>
        component.Members.Select(member => Member(member, component.Name)).Prepend(Cells.Line("C", component.Name));

    private string CollectionOf(ResourceSpec resource) => PathOf(resource, operation => operation.Collection && !operation.Path.Contains('{'));

    private string SingleOf(ResourceSpec resource) => PathOf(resource, operation => !operation.Collection && operation.Path.EndsWith('}'));

    /// <summary>The first path, in ordinal order: <c>/api</c> comes before <c>/client</c>, which is for public keys.</summary>
    private string PathOf(ResourceSpec resource, Func<OperationSpec, bool> applies) =>
        spec.Operations.Where(operation => operation.ResourceType == resource.Type && applies(operation))
            .Select(operation => operation.Path).Order(StringComparer.Ordinal).FirstOrDefault()
            ?? "";

    private string Member(MemberSpec member, string? owner) => Cells.Line(
        "",
        member.Name,
        member.Kind.ToString(),
        (member.Array ? "A" : "") + (member.Nullable ? "N" : "") + (member.Required ? "R" : ""),
        Cells.List(member.Values.Select(Cells.Plain)),
        member.Component is not null && !_recursion.Recurs(member.Component, owner) ? member.Component : "",
        member.Alternatives.Count > 0 ? member.Discriminators.FirstOrDefault() ?? "" : "",
        Cells.List(member.Alternatives));

    private static string Relationship(RelationshipSpec relationship) => Cells.Item(
        relationship.Name,
        relationship.ResourceType,
        (relationship.ToMany ? "M" : "") + (relationship.IdentifiersAlwaysSent ? "I" : "") + (relationship.Virtual ? "V" : ""));
}
