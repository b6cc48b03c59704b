using System.Text;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.JsonApi;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Testing.Tests;

/// <summary>Everything an emulated account holds as typed objects, related to each other.</summary>
internal static class WholeAccount
{
    internal static IReadOnlyList<KlaviyoResource> Read(KlaviyoEmulator emulator)
    {
        IEnumerable<string> resources = emulator.Catalogue.Resources.SelectMany(facts => emulator.Resources(facts.Type)).Select(json => json.GetRawText());
        ResourcePage page = DocumentReader.Read(Encoding.UTF8.GetBytes($$"""{"data":[],"included":[{{string.Join(',', resources)}}]}"""));
        return page.Included;
    }

    /// <summary>The members of the model that hold something in none of these objects.</summary>
    internal static IEnumerable<string> NeverSet(IReadOnlyList<KlaviyoResource> resources) =>
        from type in typeof(KlaviyoResource).Assembly.GetTypes()
        where type.IsSubclassOf(typeof(KlaviyoResource)) && !type.IsAbstract && type.IsPublic && type != typeof(UnknownResource)
        from property in type.GetProperties()
        where property.IsDefined(typeof(WireNameAttribute), false) || property.IsDefined(typeof(RelationshipAttribute), false) || property.IsDefined(typeof(RelationshipIdAttribute), false)
        where !resources.Any(resource => resource.GetType() == type && property.GetValue(resource) is not (null or IReadOnlyList<KlaviyoResource> { Count: 0 }))
        select $"{type.Name}.{property.Name}";
}
