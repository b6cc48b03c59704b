using System.Reflection;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Writing;

/// <summary>The members by which a new resource is recognised: its name or title, and when it was created.</summary>
internal sealed class NamedMember
{
    private readonly PropertyInfo _name;
    private readonly PropertyInfo? _created;

    private NamedMember(PropertyInfo name, PropertyInfo? created) => (_name, _created) = (name, created);

    /// <summary>Returns the members of a class; null for one without a name.</summary>
    internal static NamedMember? Of(Type type) =>
        (Attribute(type, "name") ?? Attribute(type, "title")) is { } name && name.PropertyType == typeof(string)
            ? new NamedMember(name, Attribute(type, "created") ?? Attribute(type, "created_at"))
            : null;

    internal string? Read(KlaviyoResource row) => (string?)_name.GetValue(row);

    /// <summary>Returns when a resource was created; null where its type does not say.</summary>
    internal DateTimeOffset? Created(KlaviyoResource row) => _created?.GetValue(row) as DateTimeOffset?;

    private static PropertyInfo? Attribute(Type type, string wireName) => MemberMap.Property(type, SegmentKind.Attribute, wireName);
}
