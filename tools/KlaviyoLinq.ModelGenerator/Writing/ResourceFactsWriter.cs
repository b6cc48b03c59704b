using KlaviyoLinq.ModelGenerator.Naming;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>
/// Writes one holder class for each resource type, and one method for each component. Members of components are handed out as lazy lists:
/// nobody pays for the thousand nodes of a form before looking into them.
/// </summary>
internal sealed class ResourceFactsWriter(KlaviyoSpec spec)
{
    private readonly Recursion _recursion = new(spec);

    internal static string ClassName(ResourceSpec resource) => PascalCase.Of(resource.Type) + "Facts";

    internal string WriteResources()
    {
        CodeWriter code = CodeWriter.ForFile(spec.Revision);
        code.Line("namespace KlaviyoLinq.Catalogue.Generated;");
        foreach (ResourceSpec resource in spec.Resources)
        {
            code.Line();
            code.Open($"internal static class {ClassName(resource)}");
            code.Open("internal static readonly ResourceFacts Facts = new()");
            code.Line($"Type = {Literals.Text(resource.Type)},");
            List(code, "Attributes", resource.Attributes.Select(member => Attribute(member, null)));
            List(code, "Relationships", resource.Relationships.Select(Relationship));
            code.Close(";");
            code.Close();
        }

        return code.ToString();
    }

    internal string WriteComponents()
    {
        CodeWriter code = CodeWriter.ForFile(spec.Revision);
        code.Line("namespace KlaviyoLinq.Catalogue.Generated;");
        code.Line();
        code.Line("/// <summary>The members of the objects within attributes, by the name of their schema.</summary>");
        code.Open("internal static class ComponentFacts");
        code.Line("/// <summary>The members of a component by its name, for the tables of older revisions; null where there is none.</summary>");
        code.Open("internal static AttributeFacts[]? Find(string name) => name switch");
        foreach (ComponentSpec component in spec.Components)
            code.Line($"{Literals.Text(component.Name)} => {component.Name}(),");
        code.Line("_ => null,");
        code.Close(";");
        foreach (ComponentSpec component in spec.Components)
        {
            code.Line();
            code.Line($"internal static AttributeFacts[] {component.Name}() =>");
            code.Line("[");
            code.Indent();
            foreach (MemberSpec member in component.Members)
                code.Line(Attribute(member, component.Name) + ",");
            code.Outdent();
            code.Line("];");
        }

        code.Close();
        return code.ToString();
    }

    private string Attribute(MemberSpec member, string? owner)
    {
        var more = new List<string>();
        if (member.Array)
            more.Add("IsArray = true");
        if (member.Nullable)
            more.Add("Nullable = true");
        if (member.Required)
            more.Add("Required = true");
        if (member.Values.Count > 0)
            more.Add($"Values = [{Literals.List(member.Values)}]");
        if (member.Component is not null && !_recursion.Recurs(member.Component, owner))
            more.Add($"Members = new LazyList<AttributeFacts>(ComponentFacts.{member.Component})");
        if (member.Alternatives.Count > 0)
            more.Add($"Alternatives = new LazyList<AlternativeFacts>(static () => [{string.Join(", ", member.Alternatives.Select(name => Alternative(member.Discriminators[0], name)))}])");
        string initializer = more.Count > 0 ? $" {{ {string.Join(", ", more)} }}" : "";
        return $"new({Literals.Text(member.Name)}, AttributeKind.{member.Kind}){initializer}";
    }

    private string Alternative(string discriminator, string component)
    {
        IReadOnlyList<string> values = spec.Component(component).Members.FirstOrDefault(member => member.Name == discriminator)?.Values ?? [];
        return values.Count > 0
            ? $"new({Literals.Text(discriminator)}, [{Literals.List(values)}], ComponentFacts.{component}())"
            : $"new(null, [], ComponentFacts.{component}())";
    }

    private static string Relationship(RelationshipSpec relationship)
    {
        var more = new List<string>();
        if (relationship.IdentifiersAlwaysSent)
            more.Add("IdentifiersAlwaysSent = true");
        if (relationship.Virtual)
            more.Add("IsVirtual = true");
        string initializer = more.Count > 0 ? $" {{ {string.Join(", ", more)} }}" : "";
        return $"new({Literals.Text(relationship.Name)}, {Literals.Text(relationship.ResourceType)}, {Literals.Flag(relationship.ToMany)}){initializer}";
    }

    private static void List(CodeWriter code, string property, IEnumerable<string> items)
    {
        string[] lines = [.. items];
        if (lines.Length == 0)
            return;
        code.Line($"{property} =");
        code.Line("[");
        code.Indent();
        foreach (string line in lines)
            code.Line(line + ",");
        code.Outdent();
        code.Line("],");
    }
}
