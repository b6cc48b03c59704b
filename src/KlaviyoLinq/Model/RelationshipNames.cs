using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Model;

/// <summary>The wire names of the relationships that a class has.</summary>
internal static class RelationshipNames
{
    private static readonly ConcurrentDictionary<Type, string[]> _known = new();

    internal static IReadOnlyList<string> Of(Type type) => _known.GetOrAdd(type, Read);

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "The model's properties are kept: see ILLink.Descriptors.xml.")]
    private static string[] Read(Type type) =>
        [.. type.GetProperties().Select(property => MemberMap.NameOf(property, SegmentKind.Relationship)).OfType<string>()];
}
