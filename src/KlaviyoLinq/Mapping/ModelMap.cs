using System.Reflection;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Mapping;

/// <summary>The classes that a context's user has mapped.</summary>
internal sealed class ModelMap
{
    private readonly Dictionary<Type, MappedResource> _resources;
    private readonly Dictionary<MemberInfo, PathSegment> _segments = [];

    internal ModelMap(IReadOnlyList<MappedResource> resources)
    {
        _resources = resources.ToDictionary(resource => resource.ClrType);
        foreach (MappedMember member in resources.SelectMany(resource => resource.Members))
            _segments[member.Property] = member.Segment;
    }

    internal static ModelMap Empty { get; } = new([]);

    internal MappedResource? Find(Type type) => _resources.GetValueOrDefault(type);

    /// <summary>What a property of a mapped class is on the wire, or null.</summary>
    internal PathSegment? FindSegment(MemberInfo member) => _segments.GetValueOrDefault(member);
}
