using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Reading;

/// <summary>The kinds of literals that attributes compare with.</summary>
internal sealed class AttributeKinds(IReadOnlyList<ResourceSpec> resources, IReadOnlyList<ComponentSpec> components)
{
    /// <summary>The kind of the attribute that a field names, with its documented values; null where the type has none of that name, or none with one value.</summary>
    internal (string? Kind, IReadOnlyList<string> Values) Of(string type, string field)
    {
        string[] path = field.Split('.');
        IReadOnlyList<MemberSpec> members = resources.First(resource => resource.Type == type).Attributes;
        for (int depth = 0; ; depth++)
        {
            if (members.FirstOrDefault(member => member.Name == path[depth]) is not { Array: false } member)
                return (null, []);
            if (depth == path.Length - 1)
                return Literal(member.Kind) is { } kind ? (kind, member.Values) : (null, []);
            members = [.. components.Where(component => member.Components.Contains(component.Name)).SelectMany(component => component.Members)];
        }
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
