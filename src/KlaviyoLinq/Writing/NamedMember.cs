using System.Reflection;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Writing;

/// <summary>The members by which a new resource is recognised: its name or title, and when it was created.</summary>
internal sealed class NamedMember
{
    private static readonly string[] _names = ["Name", "Title"];
    private static readonly string[] _moments = ["Created", "CreatedAt"];

    private readonly PropertyInfo _name;
    private readonly PropertyInfo? _created;

    private NamedMember(PropertyInfo name, PropertyInfo? created) => (_name, _created) = (name, created);

    /// <summary>Returns the members of a class; null for one without a name.</summary>
    [System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(
        "Trimming", "IL2070", Justification = "The library keeps the properties of its resource classes.")]
    internal static NamedMember? Of(Type type) =>
        Find(type, _names) is { } name && name.PropertyType == typeof(string) ? new NamedMember(name, Find(type, _moments)) : null;

    internal string? Read(KlaviyoResource row) => (string?)_name.GetValue(row);

    /// <summary>Returns when a resource was created; null where its type does not say.</summary>
    internal DateTimeOffset? Created(KlaviyoResource row) => _created?.GetValue(row) as DateTimeOffset?;

    [System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(
        "Trimming", "IL2070", Justification = "The library keeps the properties of its resource classes.")]
    private static PropertyInfo? Find(Type type, string[] names) =>
        names.Select(name => type.GetProperty(name)).FirstOrDefault(property => property is not null);
}
