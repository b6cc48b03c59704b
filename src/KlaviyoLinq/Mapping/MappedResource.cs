using System.Collections.Concurrent;
using System.Reflection;

namespace KlaviyoLinq.Mapping;

/// <summary>A user's class that is mapped to a resource.</summary>
internal sealed class MappedResource(Type clrType, string type, string path, IReadOnlyList<MappedMember> members)
{
    private readonly ConcurrentDictionary<MemberInfo, MappedMember?> _found = new();

    internal Type ClrType { get; } = clrType;

    internal string Type { get; } = type;

    internal string Path { get; } = path;

    /// <summary>The properties; those that are neither filled nor asked by are left out when the mapping is checked.</summary>
    internal IReadOnlyList<MappedMember> Members { get; set; } = members;

    internal bool IsUnchecked { get; set; }

    internal int MaximumPageSize { get; set; }

    /// <summary>The construction of objects, set when the mapping is checked.</summary>
    internal MappedConstruction Construction { get; set; } = null!;

    /// <summary>Finds the mapped property for a member of the class, of a base class or of an interface; null for none.</summary>
    internal MappedMember? Find(MemberInfo member) => _found.GetOrAdd(member, Search);

    private MappedMember? Search(MemberInfo member) =>
        member is PropertyInfo property && Implementations.Find(ClrType, property) is { } own
            ? Members.FirstOrDefault(candidate => candidate.Property.Name == own.Name && candidate.Property.DeclaringType == own.DeclaringType)
            : null;
}
