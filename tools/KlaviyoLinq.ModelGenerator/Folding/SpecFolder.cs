using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Folding;

/// <summary>Makes the facts small: equal components become one, unions are settled, and components that nothing mentions any more go.</summary>
internal static class SpecFolder
{
    internal static KlaviyoSpec Fold(KlaviyoSpec spec)
    {
        IReadOnlyDictionary<string, string> names = ComponentFolder.Representatives(spec.Components);
        ComponentSpec[] kept =
        [
            .. spec.Components.Where(component => names[component.Name] == component.Name)
                .Select(component => new ComponentSpec { Name = component.Name, Members = ComponentFolder.Rename(component.Members, names) }),
        ];
        var unions = new UnionFolder(kept);
        ResourceSpec[] resources =
        [
            .. spec.Resources.Select(resource => new ResourceSpec
            {
                Type = resource.Type,
                Attributes = unions.Settle(ComponentFolder.Rename(resource.Attributes, names)),
                Relationships = resource.Relationships,
            }),
        ];
        return new KlaviyoSpec
        {
            Revision = spec.Revision,
            Operations = spec.Operations,
            Resources = resources,
            Components = Reachable(resources, unions.SettleComponents()),
        };
    }

    /// <summary>The components that resources mention, directly or through others.</summary>
    internal static ComponentSpec[] Reachable(IReadOnlyList<ResourceSpec> resources, IReadOnlyList<ComponentSpec> components)
    {
        Dictionary<string, ComponentSpec> known = components.ToDictionary(component => component.Name);
        var reached = new HashSet<string>();
        var open = new Stack<MemberSpec>(resources.SelectMany(resource => resource.Attributes));
        while (open.TryPop(out MemberSpec? member))
            foreach (string name in member.Components)
                if (reached.Add(name))
                    foreach (MemberSpec inner in known[name].Members)
                        open.Push(inner);
        return [.. components.Where(component => reached.Contains(component.Name)).OrderBy(component => component.Name, StringComparer.Ordinal)];
    }
}
