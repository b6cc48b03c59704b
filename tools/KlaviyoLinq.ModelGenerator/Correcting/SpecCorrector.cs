using KlaviyoLinq.ModelGenerator.Folding;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Correcting;

/// <summary>Applies the overrides to the distilled facts. An override that meets nothing is an error: it has become stale.</summary>
internal static class SpecCorrector
{
    /// <summary>Corrects the facts in place: they were parsed for this one run.</summary>
    internal static void Apply(KlaviyoSpec spec, OverridesFile overrides)
    {
        foreach (MemberOverride member in overrides.Members)
            Apply(spec, member);
        spec.Components = SpecFolder.Reachable(spec.Resources, spec.Components);
        foreach (RelationshipOverride added in overrides.VirtualRelationships)
            Apply(spec, added);
        foreach (IdentifiersOverride identifiers in overrides.IdentifiersAlwaysSent)
            Apply(spec, identifiers);
        foreach (RequiredFilterOverride required in overrides.RequiredFilters)
            Apply(spec.Operation(required.Operation), required);
        foreach (ParameterValuesOverride values in overrides.ParameterValues)
            Apply(spec.Operation(values.Operation), values, spec.Component(values.Component));
        foreach (RateLimitVariantOverride variant in overrides.RateLimitVariants)
            Apply(spec.Operation(variant.Operation), variant);
    }

    private static void Apply(KlaviyoSpec spec, MemberOverride correction)
    {
        if (spec.Resources.FirstOrDefault(resource => resource.Type == correction.Of) is { } resource)
            resource.Attributes = Apply(resource.Attributes, correction);
        else
            spec.Component(correction.Of).Members = Apply(spec.Component(correction.Of).Members, correction);
    }

    private static IReadOnlyList<MemberSpec> Apply(IReadOnlyList<MemberSpec> members, MemberOverride correction) =>
        members.Any(member => member.Name == correction.Member && member.Kind != correction.Kind)
            ? [.. members.Select(member => member.Name == correction.Member ? Retyped(member, correction.Kind) : member)]
            : throw Stale($"the member {correction.Of}.{correction.Member}");

    private static MemberSpec Retyped(MemberSpec member, MemberKind kind) =>
        member with { Kind = kind, Values = [], Component = null, Alternatives = [], Discriminators = [] };

    private static void Apply(KlaviyoSpec spec, RelationshipOverride added)
    {
        ResourceSpec resource = spec.Resource(added.Resource);
        if (resource.Relationships.Any(known => known.Name == added.Relationship))
            throw Stale($"the relationship {added.Resource}.{added.Relationship}");
        resource.Relationships =
        [
            .. resource.Relationships
                .Append(new RelationshipSpec(added.Relationship, added.ResourceType, added.ToMany) { Virtual = true })
                .OrderBy(relationship => relationship.Name, StringComparer.Ordinal),
        ];
    }

    private static void Apply(KlaviyoSpec spec, IdentifiersOverride identifiers)
    {
        ResourceSpec resource = spec.Resource(identifiers.Resource);
        if (resource.Relationships.All(known => known.Name != identifiers.Relationship))
            throw Stale($"the relationship {identifiers.Resource}.{identifiers.Relationship}");
        resource.Relationships =
            [.. resource.Relationships.Select(known => known.Name == identifiers.Relationship ? known with { IdentifiersAlwaysSent = true } : known)];
    }

    private static void Apply(OperationSpec operation, RequiredFilterOverride required)
    {
        if (!operation.FilterRequired || required.Fields.Any(field => operation.Filters.All(filter => filter.Field != field)))
            throw Stale($"the required filters of {operation.Id}");
        operation.Filters = [.. operation.Filters.Select(filter => required.Fields.Contains(filter.Field) ? filter with { Required = true } : filter)];
    }

    private static void Apply(OperationSpec operation, ParameterValuesOverride correction, ComponentSpec component)
    {
        if (!operation.Parameters.Any(parameter => parameter.Name == correction.Parameter && parameter.Values.Count == 0))
            throw Stale($"the values of {operation.Id}, {correction.Parameter}");
        operation.Parameters =
        [
            .. operation.Parameters.Select(parameter => parameter.Name == correction.Parameter
                ? parameter with { Values = [.. component.Members.Select(member => member.Name)] }
                : parameter),
        ];
    }

    private static void Apply(OperationSpec operation, RateLimitVariantOverride correction)
    {
        if (!operation.RateLimitVariants.Any(Meant))
            throw Stale($"the rate limit of {operation.Id} for {correction.Parameter}={correction.Value}");
        operation.RateLimitVariants =
        [
            .. operation.RateLimitVariants
                .Where(variant => !Meant(variant) || correction.Means is not null)
                .Select(variant => Meant(variant) ? variant with { Value = correction.Means! } : variant),
        ];

        bool Meant(RateLimitVariantSpec variant) => variant.Parameter == correction.Parameter && variant.Value == correction.Value;
    }

    private static SpecificationException Stale(string what) => new($"An override is stale: it corrects {what}, which is not there or needs no correction.");
}
