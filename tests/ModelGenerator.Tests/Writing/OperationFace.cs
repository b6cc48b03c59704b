using KlaviyoLinq.Catalogue;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Tests.Writing;

/// <summary>Facts of an operation as text, for comparing the library's with the distilled ones.</summary>
internal static class OperationFace
{
    internal static string Of(ReadFacts facts) => string.Join(
        '\n',
        $"{facts.Path} {facts.Id} {facts.IsCollection} {facts.ResourceType} {facts.ParentType} {facts.Relationship} {facts.IdentifiersOnly} {facts.FilterRequired}",
        string.Join('\n', facts.Filters.Select(Of)),
        string.Join(' ', facts.SortKeys) + ' ' + string.Join(' ', facts.Includes.Select(include => include.Relationship + include.ResourceType)),
        string.Join(' ', facts.Fieldsets.Concat(facts.AdditionalFields).Select(fieldset => fieldset.ResourceType + string.Join(',', fieldset.Members))),
        $"{facts.Paging.HasCursor} {facts.Paging.MinimumSize} {facts.Paging.DefaultSize} {facts.Paging.MaximumSize} {facts.RateLimit.Burst} {facts.RateLimit.Steady} {string.Join(' ', facts.Scopes)}",
        string.Join(' ', facts.RateLimitVariants.SelectMany(variant => variant.Values.Select(value => $"{variant.Parameter} {value} {variant.Limit.Burst}"))),
        string.Join(
            ' ', facts.Parameters.Select(parameter => $"{parameter.Name} {parameter.InHeader} {parameter.Required} {string.Join(',', parameter.Values)}")));

    internal static string Of(OperationSpec spec) => string.Join(
        '\n',
        $"{spec.Path} {spec.Id} {spec.Collection} {spec.ResourceType} {spec.ParentType} {spec.Relationship} {spec.IdentifiersOnly} {spec.FilterRequired}",
        string.Join('\n', spec.Filters.Select(Of)),
        string.Join(' ', spec.SortKeys) + ' ' + string.Join(' ', spec.Includes.Select(include => include.Relationship + include.ResourceType)),
        string.Join(' ', spec.Fieldsets.Concat(spec.AdditionalFields).Select(fieldset => fieldset.ResourceType + string.Join(',', fieldset.Members))),
        $"{spec.Paging is not null} {spec.Paging?.Minimum ?? 0} {spec.Paging?.Default ?? 0} {spec.Paging?.Maximum ?? 0} {spec.RateLimit.Burst} {spec.RateLimit.Steady} {string.Join(' ', spec.Scopes)}",
        string.Join(' ', spec.RateLimitVariants.Select(variant => $"{variant.Parameter} {variant.Value} {variant.Limit.Burst}")),
        string.Join(
            ' ', spec.Parameters.Select(parameter => $"{parameter.Name} {parameter.InHeader} {parameter.Required} {string.Join(',', parameter.Values)}")));

    private static string Of(FilterFacts filter) =>
        $"{filter.Field} {filter.Kind.ToString().ToLowerInvariant()} {filter.Required} {string.Join(',', filter.Operators.Select(listed => $"{listed.Operator.WireName()}/{listed.Operand.ToString().ToLowerInvariant()}"))} {string.Join(',', filter.Values)}";

    private static string Of(FilterSpec filter) =>
        $"{filter.Field} {filter.Kind?.Replace("-", "", StringComparison.Ordinal) ?? "none"} {filter.Required} {string.Join(',', filter.Operators.Select(listed => $"{listed.Operator}/{listed.Operand}"))} {string.Join(',', filter.Values)}";
}
