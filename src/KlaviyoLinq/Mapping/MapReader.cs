using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Mapping;

/// <summary>Reads the mapping of a class from its attributes, and from convention where it has none.</summary>
internal static class MapReader
{
    /// <summary>The warning for mapped classes in programs that are trimmed or compiled ahead of time.</summary>
    internal const string ByReflection = "Mapped classes are filled by reflection, which needs all of their members at run time. Query the library's own resources instead.";

    [RequiresUnreferencedCode(ByReflection)]
    [RequiresDynamicCode(ByReflection)]
    internal static MappedResource Read(Type type, string? resourceType = null, string? path = null)
    {
        KlaviyoResourceAttribute? attribute = type.GetCustomAttribute<KlaviyoResourceAttribute>();
        resourceType ??= attribute?.Type;
        path ??= attribute?.Path;
        if (string.IsNullOrWhiteSpace(resourceType) || path is null || !path.StartsWith("/api/", StringComparison.Ordinal))
        {
            throw new KlaviyoConfigurationException(
                type.Name, $"{type.Name} is not mapped: mark it with [KlaviyoResource(\"type\", \"/api/path\")], or name a resource type and a path that begins with /api/ in KlaviyoOptions.Map.");
        }

        return new MappedResource(type, resourceType, path, [.. Properties(type).Select(Member)])
        {
            IsUnchecked = attribute?.Unchecked ?? false,
            MaximumPageSize = attribute?.MaximumPageSize ?? 0,
        };
    }

    /// <summary>LastName → last_name.</summary>
    internal static string SnakeCase(string name)
    {
        StringBuilder snake = new(name.Length + 4);
        for (int i = 0; i < name.Length; i++)
        {
            bool startsWord = char.IsUpper(name[i]) && i > 0 && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }

    // Of properties of one name, that of the most derived class. As the class sees it that declares it: only there is a private setter to be seen.
    [RequiresUnreferencedCode(ByReflection)]
    private static IEnumerable<PropertyInfo> Properties(Type type)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly;
        HashSet<string> names = [];
        for (Type? owner = type; owner is not null; owner = owner.BaseType)
            foreach (PropertyInfo property in owner.GetProperties(Own))
                if (property.GetMethod?.IsPublic == true && property.GetIndexParameters().Length == 0 && names.Add(property.Name))
                    yield return property;
    }

    private static MappedMember Member(PropertyInfo property) => new(property, Segment(property))
    {
        Operators = property.GetCustomAttribute<FilterableAttribute>()?.Operators ?? KlaviyoFilterOperators.None,
        IsSortable = property.IsDefined(typeof(SortableAttribute)),
        IsIncludable = property.IsDefined(typeof(IncludableAttribute)),
    };

    private static PathSegment Segment(PropertyInfo property)
    {
        if (MemberMap.Attributed(property) is { Kind: not SegmentKind.Attribute } segment)
            return segment;
        string name = MemberMap.NameOf(property, SegmentKind.Attribute) ?? SnakeCase(property.Name);
        return name == "id" ? new PathSegment(SegmentKind.Id, name, property.Name) : new PathSegment(SegmentKind.Attribute, name, property.Name);
    }
}
