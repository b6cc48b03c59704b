using System.Reflection;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Mapping;

/// <summary>Checks a mapping: each mapped property can be read and projected, and filtered and sorted by as the mapping states.</summary>
internal static class MapRules
{
    /// <summary>Completes a mapping.</summary>
    /// <exception cref="KlaviyoConfigurationException">A property, which the message names, cannot be what the mapping says.</exception>
    internal static void Apply(MappedResource map)
    {
        map.Construction = MappedConstruction.Of(map.ClrType, map.Members);
        foreach (MappedMember computed in map.Members.Where(member => !IsFilled(map, member) && member.IsMarked))
            throw Refused(map, computed, "it is computed, so it cannot be set. Add 'init' or 'private set', or remove the attribute.");
        map.Members = [.. map.Members.Where(member => IsFilled(map, member))];
        foreach (MappedMember member in map.Members)
            Apply(map, member);
    }

    /// <summary>Checks that related classes are mapped as well.</summary>
    /// <exception cref="KlaviyoConfigurationException">It is not.</exception>
    internal static void CheckRelated(IReadOnlyList<MappedResource> maps)
    {
        foreach (MappedResource map in maps)
            foreach (MappedMember member in map.Members.Where(member => member.Segment.Kind == SegmentKind.Relationship))
                if (End(member) is var end && !typeof(KlaviyoResource).IsAssignableFrom(end) && !maps.Any(other => other.ClrType == end))
                    throw Refused(map, member, $"{end.Name} is neither a resource of the library nor mapped. Map it as well: KlaviyoOptions.Map<{end.Name}>(…).");
    }

    private static bool IsFilled(MappedResource map, MappedMember member) =>
        member.CanBeSet || member.Segment.Kind == SegmentKind.FilterOnly || map.Construction.Parameters.Contains(member);

    private static void Apply(MappedResource map, MappedMember member)
    {
        member.Type = member.Segment.Kind switch
        {
            SegmentKind.Relationship => null,
            SegmentKind.Id or SegmentKind.RelationshipId => WireTypes.FindId(Plain(member))
                ?? throw Refused(map, member, $"an id cannot be a {Plain(member).Name}. Declare it as a string, a whole number or a Guid."),
            _ when IsResource(End(member)) =>
                throw Refused(
                    map, member,
                    $"{End(member).Name} is a resource. Mark the property with [Relationship(\"…\")], or name the relationship in KlaviyoOptions.Map."),
            _ =>
                AttributeTypes.Of(member.Property)
                    ?? throw Refused(
                        map, member,
                        $"a {Plain(member).Name} cannot be read from JSON. Declare it as a JsonElement, a KlaviyoMap, a string, or your own class with settable properties."),
        };
        Filters(map, member);
        if (member.IsSortable && (member.Type is not { IsArray: false } type || type.Attribute is AttributeKind.Map or AttributeKind.Any))
            throw Refused(map, member, "only single values can be sort keys. Remove the sort key.");
    }

    private static void Filters(MappedResource map, MappedMember member)
    {
        KlaviyoFilterOperators operators = member.Operators & ~KlaviyoFilterOperators.Has;
        if (operators == KlaviyoFilterOperators.None)
            return;
        if (member.Type is not { Filter: not ValueKind.None } type)
        {
            throw Refused(map, member, Plain(member) == typeof(float)
                ? "a filter would compare another number than the float that was read. Declare it as a double or a decimal."
                : "a filter cannot compare it with a value. Allow only KlaviyoFilterOperators.Has, declare it as a KlaviyoValue if it is a scalar, or filter with WhereUnchecked.");
        }

        if (!type.IsOrdered && (operators & KlaviyoFilterOperators.Order) != 0)
            throw Refused(map, member, $"Klaviyo compares it as text, whose order is not that of a {Plain(member).Name} in C#. Leave the order operators out: KlaviyoFilterOperators.Equals | KlaviyoFilterOperators.Any.");
    }

    private static bool IsResource(Type type) => typeof(KlaviyoResource).IsAssignableFrom(type) || type.IsDefined(typeof(KlaviyoResourceAttribute));

    private static Type Plain(MappedMember member) => Nullable.GetUnderlyingType(member.Property.PropertyType) ?? member.Property.PropertyType;

    private static Type End(MappedMember member) => AttributeTypes.ElementOf(member.Property.PropertyType) ?? member.Property.PropertyType;

    private static KlaviyoConfigurationException Refused(MappedResource map, MappedMember member, string reason) =>
        new(map.ClrType.Name + "." + member.Property.Name, $"{map.ClrType.Name}.{member.Property.Name} cannot be mapped: {reason}");
}
