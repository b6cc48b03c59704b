using KlaviyoLinq.ModelGenerator.Folding;
using KlaviyoLinq.ModelGenerator.Reading;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Correcting;

/// <summary>Applies the overrides to the distilled facts, and reports which of them met what they correct.</summary>
internal static class SpecCorrector
{
    /// <summary>
    /// Corrects the facts of a revision in place: they were parsed for this one run. A correction that is due and meets nothing has become stale, except at an
    /// older revision that it does not name: what was not there yet needs no correction.
    /// </summary>
    internal static void Apply(KlaviyoSpec spec, OverridesFile overrides, bool newest)
    {
        string[] stale =
            [.. Results(spec, overrides).Where(result => !result.Met && (newest || result.Correction.Revisions is not null)).Select(result => result.Subject)];
        if (stale.Length > 0)
            throw new SpecificationException($"Overrides are stale at {spec.Revision}: they correct {string.Join(", ", stale)}, which is not there or needs no correction.");
    }

    /// <summary>Corrects the facts in place, and returns the outcome of each correction that is due at their revision.</summary>
    internal static IReadOnlyList<CorrectionResult> Results(KlaviyoSpec spec, OverridesFile overrides)
    {
        var results = new List<CorrectionResult>();
        All("members", overrides.Members, member => $"the member {member.Of}.{member.Member}", member => Apply(spec, member));
        spec.Components = SpecFolder.Reachable(spec.Resources, spec.Components);
        All(
            "virtualRelationships", overrides.VirtualRelationships, added => $"the relationship {added.Resource}.{added.Relationship}",
            added => Apply(spec, added));
        All(
            "identifiersAlwaysSent", overrides.IdentifiersAlwaysSent, sent => $"the relationship {sent.Resource}.{sent.Relationship}",
            sent => Apply(Find(spec, sent.Resource), sent));
        All(
            "requiredFilters", overrides.RequiredFilters, required => $"the required filters of {required.Operation}",
            required => Apply(Operation(spec, required.Operation), required));
        All("parameterValues", overrides.ParameterValues, values => $"the parameter {values.Parameter} of {values.Operation}", values => Apply(spec, values));
        All("rateLimitVariants", overrides.RateLimitVariants, variant => $"the rate limit of {variant.Operation} for {variant.Parameter}={variant.Value}",
            variant => Apply(Operation(spec, variant.Operation), variant));
        All("filterSpellings", overrides.FilterSpellings, spelling => $"the spelling of {spelling.Field} of {spelling.Resource}",
            spelling => FilterSpellings.Apply(spec, spelling));
        return results;

        void All<T>(string section, IReadOnlyList<T> corrections, Func<T, string> subject, Func<T, bool> apply) where T : Correction =>
            results.AddRange(corrections.Where(correction => correction.IsDue(spec.Revision))
                .Select(correction => new CorrectionResult(correction, section, subject(correction), apply(correction))));
    }

    private static OperationSpec? Operation(KlaviyoSpec spec, string id) => spec.Operations.FirstOrDefault(operation => operation.Id == id);

    private static ResourceSpec? Find(KlaviyoSpec spec, string type) => spec.Resources.FirstOrDefault(resource => resource.Type == type);

    private static bool Apply(KlaviyoSpec spec, MemberOverride correction)
    {
        ResourceSpec? resource = Find(spec, correction.Of);
        ComponentSpec? component = spec.Components.FirstOrDefault(component => component.Name == correction.Of);
        if ((resource?.Attributes ?? component?.Members)?.FirstOrDefault(
                member => member.Name == correction.Member && member.Kind != correction.Kind) is not { } wrong)
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
            operation.Filters =
                [
                    .. operation.Filters.Select(
                        filter =>
                            filter.Field == correction.Member && filter.Kind == wrong ? filter with { Kind = AttributeKinds.Literal(correction.Kind) } : filter)
                ];
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
        OperationSpec? operation = Operation(spec, correction.Operation);
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
