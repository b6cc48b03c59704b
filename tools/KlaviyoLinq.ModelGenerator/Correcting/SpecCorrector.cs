using KlaviyoLinq.ModelGenerator.Folding;
using KlaviyoLinq.ModelGenerator.Reading;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Correcting;

/// <summary>Applies the overrides to the distilled facts. An override that meets nothing is an error: it has become stale.</summary>
internal static class SpecCorrector
{
    /// <summary>Corrects the newest facts in place: they were parsed for this one run.</summary>
    internal static void Apply(KlaviyoSpec spec, OverridesFile overrides)
    {
        ThrowIfStale(ForRevision(spec, overrides).Concat(Unmet(spec, overrides)));
    }

    /// <summary>Corrects the facts of an older revision in place: an override that names no revision is about the newest one, and what was not there yet needs none.</summary>
    internal static void ApplyWhatFits(KlaviyoSpec spec, OverridesFile overrides)
    {
        ThrowIfStale(ForRevision(spec, overrides));
        _ = Unmet(spec, overrides).Count();
    }

    private static void ThrowIfStale(IEnumerable<string> unmet)
    {
        if (unmet.FirstOrDefault() is { } stale)
            throw new SpecificationException($"An override is stale: it corrects {stale}, which is not there or needs no correction.");
    }

    private static IEnumerable<string> ForRevision(KlaviyoSpec spec, OverridesFile overrides) =>
        from member in overrides.Members
        where member.Revisions?.Contains(spec.Revision) == true && !Apply(spec, member)
        select $"the member {member.Of}.{member.Member} at {spec.Revision}";

    /// <summary>Applies all overrides, and names those that met nothing.</summary>
    private static IEnumerable<string> Unmet(KlaviyoSpec spec, OverridesFile overrides)
    {
        foreach (MemberOverride member in overrides.Members.Where(member => member.Revisions is null))
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
        if ((resource?.Attributes ?? component?.Members)?.FirstOrDefault(member => member.Name == correction.Member && member.Kind != correction.Kind) is not { } wrong)
            return false;
        if (resource is not null)
        {
            resource.Attributes = Apply(resource.Attributes, correction);
            ApplyToFilters(spec, correction, AttributeKinds.Literal(wrong.Kind));
        }
        else
        {
            component!.Members = Apply(component.Members, correction);
        }

        return true;
    }

    /// <summary>A filter that took its kind from the member takes the right one as well.</summary>
    private static void ApplyToFilters(KlaviyoSpec spec, MemberOverride correction, string? wrong)
    {
        foreach (OperationSpec operation in spec.Operations.Where(operation => operation.ResourceType == correction.Of))
            operation.Filters = [.. operation.Filters.Select(filter => filter.Field == correction.Member && filter.Kind == wrong ? filter with { Kind = AttributeKinds.Literal(correction.Kind) } : filter)];
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
