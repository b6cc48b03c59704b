namespace KlaviyoLinq.Mapping;

/// <summary>A class of the user's own, mapped to a resource.</summary>
internal sealed class MappedResource(Type clrType, string type, string path, IReadOnlyList<MappedMember> members)
{
    internal Type ClrType { get; } = clrType;

    internal string Type { get; } = type;

    internal string Path { get; } = path;

    internal IReadOnlyList<MappedMember> Members { get; } = members;

    internal bool IsUnchecked { get; set; }

    internal int MaximumPageSize { get; set; }
}
