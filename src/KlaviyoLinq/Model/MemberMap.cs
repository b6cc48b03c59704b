using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Model;

/// <summary>Reader of the attributes that give classes and members their wire names, and members their kind. Each is read once.</summary>
internal static class MemberMap
{
    private static readonly ConcurrentDictionary<MemberInfo, PathSegment?> _attributed = new();

    private static readonly ConcurrentDictionary<MemberInfo, PathSegment?> _model = new();

    private static readonly ConcurrentDictionary<Type, string?> _types = new();

    /// <summary>Finds the path segment of a property of Klaviyo's model; null for any other member.</summary>
    internal static PathSegment? Find(MemberInfo member) => _model.GetOrAdd(member, ReadModel);

    /// <summary>Finds the path segment that a member's attributes state, for any class; null for a member without such an attribute.</summary>
    internal static PathSegment? Attributed(MemberInfo member) => _attributed.GetOrAdd(member, Read);

    /// <summary>Finds the wire name of a member of one kind; null for a member of another kind.</summary>
    internal static string? NameOf(MemberInfo member, SegmentKind kind) => Attributed(member) is { } segment && segment.Kind == kind ? segment.WireName : null;

    /// <summary>Finds the wire name of the resource type that a class states; null for a class without the attribute.</summary>
    internal static string? TypeOf(Type type) => _types.GetOrAdd(type, static type => type.GetCustomAttribute<WireNameAttribute>()?.Name);

    /// <summary>Finds the property of a class by its kind and wire name; null for none.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "The model's properties are kept: see ILLink.Descriptors.xml.")]
    internal static PropertyInfo? Property(Type owner, SegmentKind kind, string wireName) =>
        owner.GetProperties().FirstOrDefault(property => NameOf(property, kind) == wireName);

    private static PathSegment? ReadModel(MemberInfo member) =>
        member.DeclaringType is not { } type || !typeof(KlaviyoObject).IsAssignableFrom(type) ? null
        : type == typeof(KlaviyoResource) && member.Name == nameof(KlaviyoResource.Id) ? new PathSegment(SegmentKind.Id, "id", member.Name)
        : Attributed(member);

    private static PathSegment? Read(MemberInfo member)
    {
        if (member.GetCustomAttribute<RelationshipAttribute>() is { } relationship)
            return new PathSegment(SegmentKind.Relationship, relationship.Name, member.Name);
        if (member.GetCustomAttribute<RelationshipIdAttribute>() is { } identifier)
            return new PathSegment(SegmentKind.RelationshipId, identifier.Name, member.Name);
        if (member.GetCustomAttribute<FilterOnlyAttribute>() is { } filterOnly)
            return new PathSegment(SegmentKind.FilterOnly, filterOnly.Field, member.Name);
        return member.GetCustomAttribute<WireNameAttribute>() is { } attribute ? new PathSegment(SegmentKind.Attribute, attribute.Name, member.Name) : null;
    }
}
