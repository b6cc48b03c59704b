using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Folding;

/// <summary>Makes the facts small: equal components become one, unions are settled, and components that nothing mentions any more go.</summary>
internal static class SpecFolder
{
    internal static KlaviyoSpec Fold(KlaviyoSpec spec, bool ofBodies = false)
    {
        IReadOnlyDictionary<string, string> names = ComponentFolder.Representatives(spec.Components);
        ComponentSpec[] kept =
        [
            .. spec.Components.Where(component => names[component.Name] == component.Name)
                .Select(component => new ComponentSpec { Name = component.Name, Members = ComponentFolder.Rename(component.Members, names) }),
        ];
        var unions = new UnionFolder(kept, ofBodies);
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

    /// <summary>Folds bodies as if the attributes and the meta of each were a resource.</summary>
    internal static WritesSpec Fold(WritesSpec spec)
    {
        KlaviyoSpec folded = Fold(new KlaviyoSpec
        {
            Revision = spec.Revision,
            Operations = [],
            Resources = [.. spec.Operations.Select(write => new ResourceSpec { Type = write.Id, Attributes = [.. write.Attributes, .. write.Meta] })],
            Components = spec.Components,
        }, ofBodies: true);
        return new WritesSpec
        {
            Revision = spec.Revision,
            Operations =
            [
                .. spec.Operations.Zip(folded.Resources, (write, body) => write with
                {
                    Attributes = [.. body.Attributes.Take(write.Attributes.Count)],
                    Meta = [.. body.Attributes.Skip(write.Attributes.Count)],
                }),
            ],
            Components = folded.Components,
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
