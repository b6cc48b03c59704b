using System.Collections.Concurrent;
using System.Reflection;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Model;

/// <summary>What each property of the model says it is on the wire.</summary>
internal static class MemberMap
{
    private static readonly ConcurrentDictionary<MemberInfo, PathSegment?> Segments = new();

    /// <summary>The path segment of a property, or null when the property is not part of Klaviyo's model.</summary>
    internal static PathSegment? Find(MemberInfo member) => Segments.GetOrAdd(member, Read);

    private static PathSegment? Read(MemberInfo member)
    {
        if (member.DeclaringType is not { } type || !typeof(KlaviyoObject).IsAssignableFrom(type))
            return null;
        if (type == typeof(KlaviyoResource) && member.Name == nameof(KlaviyoResource.Id))
            return new PathSegment(SegmentKind.Id, "id", member.Name);
        if (member.GetCustomAttribute<WireNameAttribute>() is { } attribute)
            return new PathSegment(SegmentKind.Attribute, attribute.Name, member.Name);
        if (member.GetCustomAttribute<RelationshipAttribute>() is { } relationship)
            return new PathSegment(SegmentKind.Relationship, relationship.Name, member.Name);
        if (member.GetCustomAttribute<RelationshipIdAttribute>() is { } identifier)
            return new PathSegment(SegmentKind.RelationshipId, identifier.Name, member.Name);
        if (member.GetCustomAttribute<FilterOnlyAttribute>() is { } filterOnly)
            return new PathSegment(SegmentKind.FilterOnly, filterOnly.Field, member.Name);
        return null;
    }
}
