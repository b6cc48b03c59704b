using System.Globalization;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Comparing;

/// <summary>Facts of one operation: its request, its answer and its limits.</summary>
internal static class OperationFacts
{
    internal const string Topic = "Operations";

    internal static Fact Of(OperationSpec operation) => new(
        Topic,
        $"GET {operation.Path}",
        operation.Id,
        [
            new Fact("Answers", "answer", (operation.Collection ? "many " : "one ") + operation.ResourceType + (operation.IdentifiersOnly ? ", ids only" : "")),
            .. operation.FilterRequired ? [new Fact("Filters", "filter required", "")] : Array.Empty<Fact>(),
            .. operation.Filters.Select(Filter),
            .. operation.SortKeys.Select(key => new Fact("Sort keys", $"sort {key}", "")),
            .. operation.Includes.Select(include => new Fact("Includes", $"include {include.Relationship}", include.ResourceType)),
            .. operation.Fieldsets.Select(fieldset => new Fact("Sparse fieldsets", $"fields[{fieldset.ResourceType}]", "")),
            .. operation.AdditionalFields.Select(AdditionalFields),
            .. operation.Parameters.Select(Parameter),
            .. operation.Paging is { } paging ? [new Fact("Page sizes", "page", Size(paging))] : Array.Empty<Fact>(),
            .. operation.RateLimitVariants.Select(
                variant => new Fact("Rate limits", $"rate limit with {variant.Parameter}={variant.Value}", Limit(variant.Limit))),
            .. Shared(operation.RateLimit, operation.Scopes),
        ]);

    internal static Fact Of(WriteSpec write) => new(
        Topic,
        $"{write.Method} {write.Path}",
        write.Id,
        [
            new Fact("Bodies", "body", Body(write)),
            .. MemberFacts.Of(write.Attributes, "Bodies"),
            .. write.Meta.Count == 0 ? Array.Empty<Fact>() : [new Fact("Bodies", "meta", "", [.. MemberFacts.Of(write.Meta, "Bodies")])],
            .. write.Relationships.Select(relationship => new Fact("Bodies", $"relationship {relationship.Name}",
                (relationship.ToMany ? "many " : "one ") + relationship.ResourceType + (relationship.Required ? ", required" : ""))),
            .. write.Statuses.Select(status => new Fact("Answers", status.ToString(CultureInfo.InvariantCulture), "")),
            new Fact("Answers", "answer", write.AnswerType ?? ""),
            .. Shared(write.RateLimit, write.Scopes),
        ]);

    private static IEnumerable<Fact> Shared(RateLimitSpec limit, IReadOnlyList<string> scopes) =>
        scopes.Select(scope => new Fact("Scopes", $"scope {scope}", "")).Prepend(new Fact("Rate limits", "rate limit", Limit(limit)));

    private static Fact Filter(FilterSpec filter) => new(
        "Filters",
        $"filter {filter.Field}",
        filter.Kind ?? "",
        [
            .. filter.Operators.GroupBy(operation => operation.Operator)
                .Select(operation => new Fact("Filter operators", operation.Key, string.Join(" or ", operation.Select(form => form.Operand)))),
            .. MemberFacts.Values(filter.Values),
        ]);

    private static Fact AdditionalFields(FieldsetSpec fieldset) => new(
        "Sparse fieldsets",
        $"additional-fields[{fieldset.ResourceType}]",
        "",
        [.. fieldset.Members.Select(member => new Fact("Sparse fieldsets", member, ""))]);

    private static Fact Parameter(ParameterSpec parameter) => new(
        "Parameters",
        $"parameter {parameter.Name}",
        (parameter.InHeader ? "header" : "query") + (parameter.Required ? ", required" : ""),
        [.. MemberFacts.Values(parameter.Values)]);

    private static string Body(WriteSpec write) => write.Form
        ? "form"
        : write.ResourceType is null
            ? ""
            : (write.Many ? "many " : "one ") + write.ResourceType + (write.IdRequired ? ", id required" : write.HasId ? ", id optional" : "");

    private static string Size(PagingSpec paging) =>
        paging.Maximum is null
            ? "cursor only"
            : string.Create(CultureInfo.InvariantCulture, $"{paging.Minimum} to {paging.Maximum}, {paging.Default} by default");

    private static string Limit(RateLimitSpec limit) =>
        string.Create(CultureInfo.InvariantCulture, $"{limit.Burst}/s, {limit.Steady}/m")
            + (limit.Daily is { } daily ? string.Create(CultureInfo.InvariantCulture, $", {daily}/d") : "");
}
