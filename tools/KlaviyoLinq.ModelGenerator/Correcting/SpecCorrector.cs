using KlaviyoLinq.ModelGenerator.Folding;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Correcting;

/// <summary>Applies the overrides to the distilled facts. An override that meets nothing is an error: it has become stale.</summary>
internal static class SpecCorrector
{
    /// <summary>Corrects the newest facts in place: they were parsed for this one run.</summary>
    internal static void Apply(KlaviyoSpec spec, OverridesFile overrides)
    {
        if (Unmet(spec, overrides).FirstOrDefault() is { } unmet)
            throw new SpecificationException($"An override is stale: it corrects {unmet}, which is not there or needs no correction.");
    }

    /// <summary>Corrects the facts of an older revision in place: the overrides are about the newest one, and what was not there yet needs none.</summary>
    internal static void ApplyWhatFits(KlaviyoSpec spec, OverridesFile overrides) => _ = Unmet(spec, overrides).Count();

    /// <summary>Applies all overrides, and names those that met nothing.</summary>
    private static IEnumerable<string> Unmet(KlaviyoSpec spec, OverridesFile overrides)
    {
        foreach (MemberOverride member in overrides.Members)
            if (!Apply(spec, member))
                yield return $"the member {member.Of}.{member.Member}";
        spec.Components = SpecFolder.Reachable(spec.Resources, spec.Components);
        foreach (RelationshipOverride added in overrides.VirtualRelationships)
            if (!Apply(spec, added))
                yield return $"the relationship {added.Resource}.{added.Relationship}";
        foreach (IdentifiersOverride identifiers in overrides.IdentifiersAlwaysSent)
            if (!Apply(Find(spec, identifiers.Resource), identifiers))
                yield return $"the relationship {identifiers.Resource}.{identifiers.Relationship}";
        foreach (RequiredFilterOverride required in overrides.RequiredFilters)
            if (!Apply(spec.Operations.FirstOrDefault(operation => operation.Id == required.Operation), required))
                yield return $"the required filters of {required.Operation}";
        foreach (ParameterValuesOverride values in overrides.ParameterValues)
            if (!Apply(spec, values))
                yield return $"the parameter {values.Parameter} of {values.Operation}";
        foreach (RateLimitVariantOverride variant in overrides.RateLimitVariants)
            if (!Apply(spec.Operations.FirstOrDefault(operation => operation.Id == variant.Operation), variant))
                yield return $"the rate limit of {variant.Operation} for {variant.Parameter}={variant.Value}";
    }

    private static ResourceSpec? Find(KlaviyoSpec spec, string type) => spec.Resources.FirstOrDefault(resource => resource.Type == type);

    private static bool Apply(KlaviyoSpec spec, MemberOverride correction)
    {
        ResourceSpec? resource = Find(spec, correction.Of);
        ComponentSpec? component = spec.Components.FirstOrDefault(component => component.Name == correction.Of);
        if ((resource?.Attributes ?? component?.Members)?.Any(member => member.Name == correction.Member && member.Kind != correction.Kind) != true)
            return false;
        if (resource is not null)
            resource.Attributes = Apply(resource.Attributes, correction);
        else
            component!.Members = Apply(component.Members, correction);
        return true;
    }

    private static IReadOnlyList<MemberSpec> Apply(IReadOnlyList<MemberSpec> members, MemberOverride correction) =>
        [.. members.Select(member => member.Name == correction.Member ? Retyped(member, correction.Kind) : member)];

    private static MemberSpec Retyped(MemberSpec member, MemberKind kind) =>
        member with { Kind = kind, Values = [], Component = null, Alternatives = [], Discriminators = [] };

    private static bool Apply(KlaviyoSpec spec, RelationshipOverride added)
    {
        if (Find(spec, added.Resource) is not { } resource
            || resource.Relationships.Any(known => known.Name == added.Relationship)
            || !spec.Operations.Any(operation => operation.ParentType == added.Resource && operation.Relationship == added.Relationship))
            return false;
        resource.Relationships =
        [
            .. resource.Relationships
                .Append(new RelationshipSpec(added.Relationship, added.ResourceType, added.ToMany) { Virtual = true })
                .OrderBy(relationship => relationship.Name, StringComparer.Ordinal),
        ];
        return true;
    }

    private static bool Apply(ResourceSpec? resource, IdentifiersOverride identifiers)
    {
        if (resource?.Relationships.Any(known => known.Name == identifiers.Relationship) != true)
            return false;
        resource.Relationships =
            [.. resource.Relationships.Select(known => known.Name == identifiers.Relationship ? known with { IdentifiersAlwaysSent = true } : known)];
        return true;
    }

    private static bool Apply(OperationSpec? operation, RequiredFilterOverride required)
    {
        if (operation is not { FilterRequired: true } || required.Fields.Any(field => operation.Filters.All(filter => filter.Field != field)))
            return false;
        operation.Filters = [.. operation.Filters.Select(filter => required.Fields.Contains(filter.Field) ? filter with { Required = true } : filter)];
        return true;
    }

    private static bool Apply(KlaviyoSpec spec, ParameterValuesOverride correction)
    {
        OperationSpec? operation = spec.Operations.FirstOrDefault(operation => operation.Id == correction.Operation);
        ComponentSpec? component = spec.Components.FirstOrDefault(component => component.Name == correction.Component);
        if (component is null || operation?.Parameters.Any(parameter => parameter.Name == correction.Parameter && parameter.Values.Count == 0) != true)
            return false;
        operation.Parameters =
        [
            .. operation.Parameters.Select(parameter => parameter.Name == correction.Parameter
                ? parameter with { Values = [.. component.Members.Select(member => member.Name)] }
                : parameter),
        ];
        return true;
    }

    private static bool Apply(OperationSpec? operation, RateLimitVariantOverride correction)
    {
        if (operation?.RateLimitVariants.Any(Meant) != true)
            return false;
        operation.RateLimitVariants =
        [
            .. operation.RateLimitVariants
                .Where(variant => !Meant(variant) || correction.Means is not null)
                .Select(variant => Meant(variant) ? variant with { Value = correction.Means! } : variant),
        ];
        return true;

        bool Meant(RateLimitVariantSpec variant) => variant.Parameter == correction.Parameter && variant.Value == correction.Value;
    }
}
