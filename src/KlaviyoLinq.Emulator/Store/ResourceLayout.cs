using System.Text;

namespace KlaviyoLinq.Emulator.Store;

/// <summary>Layout of the resources of one type: the slots of members in blocks, and the relationships.</summary>
internal sealed class ResourceLayout
{
    private readonly Dictionary<string, LayoutMember> _members;
    private readonly Dictionary<string, RelationshipLayout> _relationships;

    internal ResourceLayout(string type, string path, IReadOnlyList<LayoutMember> members, IReadOnlyList<RelationshipLayout> relationships)
    {
        Type = type;
        Path = path;
        Utf8Type = Encoding.UTF8.GetBytes(type);
        Members = members;
        Relationships = relationships;
        _members = members.ToDictionary(m => m.Name, StringComparer.Ordinal);
        _relationships = relationships.ToDictionary(r => r.Name, StringComparer.Ordinal);
        AlwaysCount = members.Count(m => m.Place == MemberPlace.Always);
        OnDemandCount = members.Count - AlwaysCount;
    }

    internal string Type { get; }

    internal byte[] Utf8Type { get; }

    /// <summary>The path of the type's collection without a closing slash, from which links are made: <c>/api/profiles</c>.</summary>
    internal string Path { get; }

    internal IReadOnlyList<LayoutMember> Members { get; }

    internal IReadOnlyList<RelationshipLayout> Relationships { get; }

    /// <summary>Gets the number of slots of the first block.</summary>
    internal int AlwaysCount { get; }

    /// <summary>Gets the number of slots of the second block.</summary>
    internal int OnDemandCount { get; }

    internal LayoutMember? Find(string name) => _members.GetValueOrDefault(name);

    /// <summary>
    /// The relationship that a path below a resource names; <c>/api/profiles/{id}/conversation</c> is the older spelling of <c>conversations</c>.
    /// </summary>
    internal RelationshipLayout? FindRelationshipOfPath(string name) => FindRelationship(name) ?? FindRelationship(name + "s");

    internal RelationshipLayout? FindRelationship(string name) => _relationships.GetValueOrDefault(name);
}
