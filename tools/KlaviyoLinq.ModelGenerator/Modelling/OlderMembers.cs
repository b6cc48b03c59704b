using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>
/// The facts that the model is made of: those of the newest revision, with the attributes and relationships that only older documents describe. An
/// attribute or an operation that went stays readable at the revisions that have it. Unions are those of the newest revision: what they do not know
/// arrives as JSON.
/// </summary>
internal sealed class OlderMembers
{
    private readonly Dictionary<string, ComponentSpec> _components;
    private readonly HashSet<(string Known, string Older)> _merged = [];

    private OlderMembers(KlaviyoSpec newest) =>
        _components = newest.Components.ToDictionary(
            component => component.Name, component => new ComponentSpec { Name = component.Name, Members = component.Members });

    /// <param name="newest">The corrected facts of the newest revision, which stay as they are.</param>
    /// <param name="older">Those of the older ones, the newest first.</param>
    /// <param name="overrides">Name the values of what can also be filtered by.</param>
    internal static KlaviyoSpec Merge(KlaviyoSpec newest, IReadOnlyList<KlaviyoSpec> older, OverridesFile overrides)
    {
        var shapes = new OlderMembers(newest);
        ResourceSpec[] resources =
            [
                .. newest.Resources.Select(
                    resource => new ResourceSpec { Type = resource.Type, Attributes = resource.Attributes, Relationships = resource.Relationships })
            ];
        foreach (KlaviyoSpec spec in older)
        {
            shapes._merged.Clear();
            foreach (ResourceSpec resource in resources)
                if (spec.Resources.FirstOrDefault(known => known.Type == resource.Type) is { } described)
                    shapes.Merge(resource, described, spec);
        }

        foreach (ResourceSpec resource in resources)
            resource.Attributes =
                [.. resource.Attributes.Select(member => member.Revisions.Count > 0 ? WithFilterValues(member, resource.Type, newest, overrides) : member)];
        return new KlaviyoSpec
        {
            Revision = newest.Revision,
            Operations = [.. newest.Operations.Concat(older.SelectMany(spec => spec.Operations))
                .DistinctBy(operation => operation.Path)
                .OrderBy(operation => operation.Path, StringComparer.Ordinal)],
            Resources = resources,
            Components = [.. shapes._components.Values.OrderBy(component => component.Name, StringComparer.Ordinal)],
        };
    }

    private void Merge(ResourceSpec known, ResourceSpec older, KlaviyoSpec spec)
    {
        known.Attributes = Merged(known.Attributes, older.Attributes, spec);
        List<RelationshipSpec> relationships = [.. known.Relationships];
        foreach (RelationshipSpec relationship in older.Relationships)
        {
            int place = relationships.FindIndex(other => other.Name == relationship.Name);
            if (place < 0)
                relationships.Add(relationship with { Revisions = [spec.Revision] });
            else if (relationships[place].Revisions.Count > 0)
                relationships[place] = relationships[place] with { Revisions = [.. relationships[place].Revisions, spec.Revision] };
        }

        known.Relationships = relationships;
    }

    private List<MemberSpec> Merged(IReadOnlyList<MemberSpec> known, IReadOnlyList<MemberSpec> older, KlaviyoSpec spec)
    {
        List<MemberSpec> members = [.. known];
        foreach (MemberSpec member in older)
        {
            int place = members.FindIndex(other => other.Name == member.Name);
            if (place < 0)
                members.Add(Imported(member, spec));
            else
                members[place] = Merged(members[place], member, spec);
        }

        return members;
    }

    private MemberSpec Merged(MemberSpec known, MemberSpec older, KlaviyoSpec spec)
    {
        if (known.Kind == MemberKind.Object && older.Kind == MemberKind.Object && _merged.Add((known.Component!, older.Component!)))
            _components[known.Component!].Members = Merged(_components[known.Component!].Members, spec.Component(older.Component!).Members, spec);
        return known.Revisions.Count == 0 ? known : known with { Revisions = [.. known.Revisions, spec.Revision] };
    }

    /// <summary>A member that no newer document has. At every other revision it is absent, so it is never required.</summary>
    private MemberSpec Imported(MemberSpec member, KlaviyoSpec spec)
    {
        foreach (string name in member.Components)
            Import(spec.Component(name), spec);
        return member with { Required = false, Revisions = [spec.Revision] };
    }

    private void Import(ComponentSpec older, KlaviyoSpec spec)
    {
        if (!_merged.Add((older.Name, older.Name)))
            return;
        if (_components.TryGetValue(older.Name, out ComponentSpec? known))
        {
            known.Members = Merged(known.Members, older.Members, spec);
            return;
        }

        _components.Add(older.Name, new ComponentSpec { Name = older.Name, Members = [.. older.Members.Select(member => member with { Required = false })] });
        foreach (string name in older.Members.SelectMany(member => member.Components))
            Import(spec.Component(name), spec);
    }

    /// <summary>Gives an attribute that newer revisions only filter by the values that their filter documents.</summary>
    private static MemberSpec WithFilterValues(MemberSpec member, string type, KlaviyoSpec newest, OverridesFile overrides)
    {
        FilterSpec? filter = overrides.FilterOnly.Where(only => only.Resource == type && only.Field == member.Name)
            .SelectMany(only => newest.Operations.SelectMany(operation => operation.Filters.Where(filter => FilterPaths.Owns(only, operation, filter))))
            .FirstOrDefault();
        return filter is { Kind: "string", Values.Count: > 1 } && member is { Kind: MemberKind.String, Values.Count: 0 }
            ? member with { Values = filter.Values }
            : member;
    }
}
