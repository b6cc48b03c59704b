using System.Collections.Concurrent;
using System.Reflection;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Testing.Writing;

/// <summary>Members of a model class, read from its attributes once.</summary>
internal sealed class ModelMembers
{
    private static readonly ConcurrentDictionary<Type, ModelMembers> _known = new();

    private ModelMembers(Type type)
    {
        PropertyInfo[] properties = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanRead)];
        Dictionary<string, PropertyInfo> ids = OfKind(properties, SegmentKind.RelationshipId);
        Members =
        [
            .. from property in properties
               let name = MemberMap.NameOf(property, SegmentKind.Attribute)
               where name is not null && property.DeclaringType != typeof(KlaviyoResource)
               select new ModelMember(name, property, property.DeclaringType!.IsAbstract && property.PropertyType.IsAssignableTo(typeof(IKlaviyoEnum))),
        ];
        FilterOnly = [.. OfKind(properties, SegmentKind.FilterOnly).Select(pair => new ModelMember(pair.Key, pair.Value, false))];
        Navigations =
        [
            .. OfKind(properties, SegmentKind.Relationship)
                .Select(pair => new Navigation(pair.Key, pair.Value, ids.GetValueOrDefault(pair.Key), TypeOf(pair.Value.PropertyType))),
        ];
    }

    /// <summary>The members that JSON holds.</summary>
    internal IReadOnlyList<ModelMember> Members { get; }

    /// <summary>Members that can be filtered by and are never sent.</summary>
    internal IReadOnlyList<ModelMember> FilterOnly { get; }

    /// <summary>The relationships.</summary>
    internal IReadOnlyList<Navigation> Navigations { get; }

    internal static ModelMembers Of(KlaviyoObject model) => _known.GetOrAdd(model.GetType(), type => new ModelMembers(type));

    private static Dictionary<string, PropertyInfo> OfKind(PropertyInfo[] properties, SegmentKind kind) =>
        properties.Where(property => MemberMap.NameOf(property, kind) is not null)
            .ToDictionary(property => MemberMap.NameOf(property, kind)!, StringComparer.Ordinal);

    private static string TypeOf(Type navigation) => MemberMap.TypeOf(navigation.IsGenericType ? navigation.GetGenericArguments()[0] : navigation)!;
}
