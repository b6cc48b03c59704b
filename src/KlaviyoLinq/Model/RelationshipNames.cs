using System.Collections.Concurrent;
using System.Reflection;

namespace KlaviyoLinq.Model;

/// <summary>The wire names of the relationships that a class has.</summary>
internal static class RelationshipNames
{
    private static readonly ConcurrentDictionary<Type, string[]> Known = new();

    internal static IReadOnlyList<string> Of(Type type) => Known.GetOrAdd(
        type,
        static type => [.. type.GetProperties().Select(property => property.GetCustomAttribute<RelationshipAttribute>()?.Name).OfType<string>()]);
}
