using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Naming;

/// <summary>
/// Names the component classes. A schema's name is kept, with acronyms written like words; a component of one resource type only begins with
/// that type's name, because many schemas are called <c>Button</c>, <c>Channel</c> or even <c>Image</c>, as a resource is.
/// </summary>
internal sealed class ComponentNames
{
    private readonly Dictionary<string, string> _names = [];
    private readonly Dictionary<string, SortedSet<string>> _owners;

    internal ComponentNames(KlaviyoSpec spec, OverridesFile overrides)
    {
        var given = new GivenNames("classNames", overrides.ClassNames);
        var prefixes = new GivenNames("classPrefixes", overrides.ClassPrefixes);
        _owners = Owners(spec);
        foreach (ComponentSpec component in spec.Components)
            _names.Add(component.Name, given.Find(component.Name) ?? Name(component.Name, [.. _owners[component.Name]], prefixes));

        given.EnsureAllUsed();
        prefixes.EnsureAllUsed();
        string[] doubled = [.. _names.GroupBy(name => name.Value)
            .Where(group => group.Count() > 1)
            .Select(group => $"{group.Key} for {string.Join(" and ", group.Select(name => name.Key))}")];
        if (doubled.Length > 0)
            throw new SpecificationException($"Class names are not unique: {string.Join("; ", doubled)}. Name one in overrides.json, classNames.");
    }

    internal string this[string component] => _names[component];

    /// <summary>The resource types from which a component can be reached.</summary>
    internal IReadOnlyCollection<string> OwnersOf(string component) => _owners[component];

    private static string Name(string schema, string[] owners, GivenNames prefixes)
    {
        string name = Words.Humble(schema.Replace("DTO", "", StringComparison.Ordinal));
        string[] ownerNames = [.. owners.Select(owner => prefixes.Find(owner) ?? PascalCase.Of(owner))];
        if (owners.Length == 1)
            return name.StartsWith(ownerNames[0], StringComparison.Ordinal) ? name : ownerNames[0] + name;
        return Words.Of(name).Count > 1 ? name : CommonWords(ownerNames) + name;
    }

    private static string CommonWords(string[] names)
    {
        string[][] words = [.. names.Select(name => Words.Of(name).ToArray())];
        int common = 0;
        while (words.All(list => list.Length > common && list[common] == words[0][common]))
            common++;
        return string.Concat(words[0].Take(common));
    }

    private static Dictionary<string, SortedSet<string>> Owners(KlaviyoSpec spec)
    {
        Dictionary<string, ComponentSpec> components = spec.Components.ToDictionary(component => component.Name);
        Dictionary<string, SortedSet<string>> owners = components.Keys.ToDictionary(name => name, _ => new SortedSet<string>(StringComparer.Ordinal));
        foreach (ResourceSpec resource in spec.Resources)
        {
            var open = new Stack<MemberSpec>(resource.Attributes);
            while (open.TryPop(out MemberSpec? member))
                foreach (string name in member.Components)
                    if (owners[name].Add(resource.Type))
                        foreach (MemberSpec inner in components[name].Members)
                            open.Push(inner);
        }

        return owners;
    }
}
