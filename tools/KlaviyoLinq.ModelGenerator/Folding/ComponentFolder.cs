using KlaviyoLinq.ModelGenerator.Spec;
using static System.FormattableString;

namespace KlaviyoLinq.ModelGenerator.Folding;

/// <summary>
/// Folds components that say exactly the same into one: the document repeats whole families of objects under other names. Two components
/// are the same when their members are, be these equal directly or through components that are the same themselves.
/// </summary>
internal static class ComponentFolder
{
    /// <summary>Returns the name of the representative of each component: the one with the shortest name among equal ones.</summary>
    internal static IReadOnlyDictionary<string, string> Representatives(IReadOnlyList<ComponentSpec> components)
    {
        Dictionary<string, int> classes = components.ToDictionary(component => component.Name, _ => 0);
        int count = 1;
        while (true)
        {
            var ids = new Dictionary<string, int>();
            var refined = new Dictionary<string, int>();
            foreach (ComponentSpec component in components)
            {
                string signature = Signature(component, classes);
                if (!ids.TryGetValue(signature, out int id))
                    ids.Add(signature, id = ids.Count);
                refined.Add(component.Name, id);
            }

            classes = refined;
            if (ids.Count == count)
                break;
            count = ids.Count;
        }

        return components
            .GroupBy(component => classes[component.Name], component => component.Name)
            .Select(group => group.OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).ToArray())
            .SelectMany(names => names.Select(name => KeyValuePair.Create(name, names[0])))
            .ToDictionary();
    }

    /// <summary>The members of a component with every mention of another component replaced by the one that stands for it.</summary>
    internal static IReadOnlyList<MemberSpec> Rename(IReadOnlyList<MemberSpec> members, IReadOnlyDictionary<string, string> names) =>
    [
        .. members.Select(member => member with
        {
            Component = member.Component is null ? null : names[member.Component],
            Alternatives = [.. member.Alternatives.Select(alternative => names[alternative]).Distinct(StringComparer.Ordinal)],
        }),
    ];

    private static string Signature(ComponentSpec component, Dictionary<string, int> classes) =>
        Invariant($"{classes[component.Name]}:") + string.Join(';', component.Members.Select(member => Signature(member, classes)));

    private static string Signature(MemberSpec member, Dictionary<string, int> classes) => string.Join(
        '\u0001',
        member.Name,
        member.Kind,
        member.Array,
        member.Nullable,
        member.Required,
        string.Join('\u0002', member.Values),
        member.Component is null ? "" : classes[member.Component],
        string.Join('\u0002', member.Alternatives.Select(alternative => classes[alternative]).Distinct()));
}
