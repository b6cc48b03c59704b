using System.Reflection;
using System.Text;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Testing.Tests;

/// <summary>All resources of an emulated account as typed, related objects.</summary>
internal static class WholeAccount
{
    internal static IReadOnlyList<KlaviyoResource> Read(KlaviyoEmulator emulator)
    {
        IEnumerable<string> resources = emulator.Catalogue.Resources.SelectMany(facts => emulator.Resources(facts.Type)).Select(json => json.GetRawText());
        ResourcePage page = DocumentReader.Read(Encoding.UTF8.GetBytes($$"""{"data":[],"included":[{{string.Join(',', resources)}}]}"""));
        return page.Included;
    }

    /// <summary>The members of the model that the catalogue describes, and that hold something in none of these objects.</summary>
    internal static IEnumerable<string> NeverSet(IReadOnlyList<KlaviyoResource> resources, KlaviyoCatalogue catalogue) =>
        from type in typeof(KlaviyoResource).Assembly.GetTypes()
        where type.IsSubclassOf(typeof(KlaviyoResource)) && !type.IsAbstract && type.IsPublic && type != typeof(UnknownResource)
        from property in type.GetProperties().Where(property => property.CanRead)
        where property.IsDefined(typeof(WireNameAttribute), false)
            || property.IsDefined(typeof(RelationshipAttribute), false)
            || property.IsDefined(typeof(RelationshipIdAttribute), false)
        where IsDescribed(property, catalogue.FindResource(type.GetCustomAttribute<WireNameAttribute>()!.Name)!)
        where !resources.Any(resource => resource.GetType() == type && property.GetValue(resource) is not (null or IReadOnlyList<KlaviyoResource> { Count: 0 }))
        select $"{type.Name}.{property.Name}";

    // The model has the members of older revisions as well.
    private static bool IsDescribed(PropertyInfo property, ResourceFacts facts) =>
        property.GetCustomAttribute<WireNameAttribute>() is { } attribute ? facts.FindAttribute(attribute.Name) is not null
        : property.GetCustomAttribute<RelationshipAttribute>() is not { } relationship || facts.FindRelationship(relationship.Name) is not null;
}
