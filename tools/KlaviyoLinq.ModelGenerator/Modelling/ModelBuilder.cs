using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Naming;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Modelling;

/// <summary>Turns the corrected facts into C# types: what they are called, what they derive from, what their properties are.</summary>
internal sealed class ModelBuilder
{
    private readonly KlaviyoSpec _spec;
    private readonly OverridesFile _overrides;
    private readonly ComponentNames _components;
    private readonly UnionClusters _unions;
    private readonly Dictionary<string, ComponentSpec> _specs;
    private readonly Dictionary<UnionModel, IReadOnlyList<MemberSpec>> _shared = [];
    private readonly EnumNaming _enums;

    private ModelBuilder(KlaviyoSpec spec, OverridesFile overrides)
    {
        _spec = spec;
        _overrides = overrides;
        _components = new ComponentNames(spec, overrides);
        _specs = spec.Components.ToDictionary(component => component.Name);
        _unions = new UnionClusters(
            [
                .. spec.Resources.SelectMany(resource => resource.Attributes.Select(member => (PascalCase.Of(resource.Type), member))),
                .. spec.Components.SelectMany(component => component.Members.Select(member => (_components[component.Name], member))),
            ],
            new GivenNames("unionNames", overrides.UnionNames));
        foreach (UnionModel union in _unions.Unions)
            _shared.Add(union, SharedMembers.Of([.. union.Alternatives.Select(name => _specs[name])]));
        _enums = new EnumNaming(Sites(), overrides);
    }

    /// <param name="newest">The corrected facts of the newest revision.</param>
    /// <param name="older">Those of the older ones, the newest first.</param>
    /// <param name="overrides">The overrides.</param>
    /// <param name="writes">The facts of bodies.</param>
    /// <param name="evidence">The families of the operations that write.</param>
    internal static ApiModel Build(
        KlaviyoSpec newest,
        IReadOnlyList<KlaviyoSpec> older,
        OverridesFile overrides,
        WritesSpec writes,
        IReadOnlyDictionary<string, WriteEvidence> evidence)
    {
        KlaviyoSpec spec = BodyMembers.Merge(OlderMembers.Merge(newest, older, overrides), writes, evidence);
        var builder = new ModelBuilder(spec, overrides);
        foreach (UnionModel union in builder._unions.Unions)
            union.Shared = [.. builder._shared[union].Select(builder.Factory(union.Name, inComponent: true).Attribute)];
        var model = new ApiModel
        {
            Revision = spec.Revision,
            Facts = spec,
            Markers = Markers.Of(writes, evidence),
            Resources = [.. spec.Resources.Select(builder.Resource)],
            Components = [.. spec.Components.Select(builder.Component).OrderBy(component => component.Name, StringComparer.Ordinal)],
            Unions = builder._unions.Unions,
            Enums = builder._enums.Enums,
            Clusters = builder._unions,
            ClassOfComponent = name => builder._components[name],
            OwnersOfComponent = builder._components.OwnersOf,
        };
        ModelChecks.Run(model, [newest, .. older], overrides);
        return model;
    }

    private ClassModel Resource(ResourceSpec resource)
    {
        string name = PascalCase.Of(resource.Type);
        PropertyFactory factory = Factory(name, inComponent: false);
        return new ClassModel
        {
            Name = name,
            WireName = resource.Type,
            IsResource = true,
            Properties =
            [
                .. resource.Attributes.Where(member => !member.WriteOnly || FilterOnly(resource.Type).All(only => only.Field != member.Name))
                    .Select(member => factory.Attribute(member, Identified(resource, member), ReadsFilter(resource, member))),
                .. resource.Relationships.SelectMany(factory.Relationship),
                .. FilterOnly(resource.Type).Select(only => factory.FilterOnly(only, Filter(only), IsSortKey(only))),
            ],
        };
    }

    private ClassModel Component(ComponentSpec component)
    {
        string name = _components[component.Name];
        UnionModel? union = _unions.Of(component.Name);
        PropertyFactory factory = Factory(name, inComponent: true);
        return new ClassModel
        {
            Name = name,
            WireName = component.Name,
            Base = union,
            Properties = [.. Own(component, union).Select(factory.Attribute)],
        };
    }

    private IEnumerable<MemberSpec> Own(ComponentSpec component, UnionModel? union) =>
        union is null ? component.Members : component.Members.Where(member => _shared[union].All(shared => shared.Name != member.Name));

    private IEnumerable<FilterOnlyOverride> FilterOnly(string type)
    {
        ResourceSpec resource = _spec.Resource(type);
        return _overrides.FilterOnly.Where(
            only => only.Resource == type && !resource.Attributes.Any(member => member.Revisions.Count > 0 && member.Name == only.Field));
    }

    /// <summary>The relationship whose identifier an attribute of an older revision is: <c>metric_id</c> of an event.</summary>
    private static RelationshipSpec? Identified(ResourceSpec resource, MemberSpec member) => member.Revisions.Count == 0
        ? null
        : resource.Relationships.FirstOrDefault(relationship => !relationship.ToMany && relationship.Name.Replace('-', '_') + "_id" == member.Name);

    /// <summary>Returns whether newer revisions filter by an attribute that they no longer send.</summary>
    private bool ReadsFilter(ResourceSpec resource, MemberSpec member) =>
        member.Revisions.Count > 0 && _overrides.FilterOnly.Any(only => only.Resource == resource.Type && only.Field == member.Name);

    /// <summary>The filter of a filter-only member; one that the operations of its type neither list nor sort by is a stale override.</summary>
    private FilterSpec Filter(FilterOnlyOverride only) =>
        _spec.Operations.SelectMany(operation => operation.Filters.Where(filter => FilterPaths.Owns(only, operation, filter))).FirstOrDefault()
        ?? (only.Kind is not null && IsSortKey(only) ? new FilterSpec(only.Field, only.Kind, []) : null)
        ?? throw new SpecificationException($"An override is stale: no operation filters or sorts {only.Resource} by {only.Field}.");

    private bool IsSortKey(FilterOnlyOverride only) =>
        _spec.Operations.Any(operation => operation.ResourceType == only.Resource && operation.SortKeys.Contains(only.Field));

    private PropertyFactory Factory(string owner, bool inComponent) =>
        new(owner, _components, _unions, (member, values) => _enums.Find(new EnumSite(owner, member, inComponent, values)));

    private IEnumerable<EnumSite> Sites()
    {
        foreach (ResourceSpec resource in _spec.Resources)
        {
            foreach (MemberSpec member in resource.Attributes.Where(IsEnum))
                yield return new EnumSite(PascalCase.Of(resource.Type), member.Name, InComponent: false, member.Values);
            foreach (FilterOnlyOverride only in FilterOnly(resource.Type))
                if (Filter(only) is { Kind: "string", Values.Count: > 1 } filter)
                    yield return new EnumSite(PascalCase.Of(resource.Type), only.Name, InComponent: false, filter.Values);
        }

        foreach (OperationSpec operation in _spec.Operations)
            foreach (ParameterSpec parameter in operation.Parameters.Where(parameter => parameter.Values.Count > 1))
                yield return new EnumSite(PascalCase.Of(operation.ResourceType), parameter.Name, InComponent: false, parameter.Values);
        foreach (ComponentSpec component in _spec.Components)
            foreach (MemberSpec member in Own(component, _unions.Of(component.Name)).Where(IsEnum))
                yield return new EnumSite(_components[component.Name], member.Name, InComponent: true, member.Values);
        foreach (UnionModel union in _unions.Unions)
            foreach (MemberSpec member in _shared[union].Where(IsEnum))
                yield return new EnumSite(union.Name, member.Name, InComponent: true, member.Values);
    }

    private static bool IsEnum(MemberSpec member) => member.Kind == MemberKind.String && EnumModel.IsOf(member.Values);
}
