using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Reading;

/// <summary>The kinds of literals that attributes compare with.</summary>
internal sealed class AttributeKinds(IReadOnlyList<ResourceSpec> resources, IReadOnlyList<ComponentSpec> components)
{
    /// <summary>
    /// The kind of the attribute that a field names, with its documented values: within a union those of all alternatives that have the member. Null where
    /// the type has no attribute of that name, or none with one value.
    /// </summary>
    internal (string? Kind, IReadOnlyList<string> Values) Of(string type, string field)
    {
        IEnumerable<MemberSpec> members = resources.First(resource => resource.Type == type).Attributes;
        MemberSpec[] named = [];
        foreach (string name in field.Split('.'))
        {
            named = [.. members.Where(member => member.Name == name && !member.Array)];
            members = components.Where(component => named.Any(member => member.Components.Contains(component.Name))).SelectMany(component => component.Members);
        }

        if (named.Length == 0 || Literal(named[0].Kind) is not { } kind || named.Any(member => Literal(member.Kind) != kind))
            return (null, []);
        return (
            kind, named.Any(member => member.Values.Count == 0) ? [] : [.. named.SelectMany(member => member.Values).Distinct().Order(StringComparer.Ordinal)]);
    }

    /// <summary>The literal that a value of the kind compares with, or null.</summary>
    internal static string? Literal(MemberKind kind) => kind switch
    {
        MemberKind.String => "string",
        MemberKind.DateTime or MemberKind.Date => "date-time",
        MemberKind.Boolean => "boolean",
        MemberKind.Integer => "integer",
        MemberKind.Number => "number",
        _ => null,
    };
}
