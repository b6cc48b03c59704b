using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Filtering;
using KlaviyoLinq.Emulator.Filtering.Expressions;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Rules that the live API enforces without documenting them. The first message is quoted from it; the others are our wording.</summary>
internal static class LiveRules
{
    private const string ListSuppressions = "subscriptions.email.marketing.list_suppressions.";
    private const string Suppression = "subscriptions.email.marketing.suppression.";

    internal static ApiError? Check(ReadFacts operation, FilterExpression? filter, string? sort, TimeProvider time)
    {
        Comparison[] comparisons = filter is null ? [] : [.. ComparisonsOf(filter)];
        return operation.Path switch
        {
            "/api/profiles" => OfProfiles(comparisons, sort),
            "/api/flows" => OfFlows(comparisons, sort, time.GetUtcNow().UtcTicks),
            "/api/images" when comparisons.Any(c => c is { Field: "size", Operator: FilterOperator.GreaterThan, Literals: [{ Number: 0 }] })
                => ApiError.Invalid("filter", "size must be greater than 0."),
            "/api/forms/{id}/form-versions" when comparisons.Any(c => c is { Field: "form_type", Operator: FilterOperator.Any })
                => new ApiError(500, "error", "A server error occurred.", "An unexpected error occurred."),
            _ => null,
        };
    }

    /// <summary>Determines whether hidden images are left out. They are returned only on request.</summary>
    internal static bool ExcludesHidden(ReadFacts operation, FilterExpression? filter) =>
        operation.Path == "/api/images" && (filter is null || ComparisonsOf(filter).All(c => c.Field != "hidden"));

    private static ApiError? OfProfiles(Comparison[] comparisons, string? sort)
    {
        if (sort is { Length: > 0 } && sort[0] != '-' && comparisons.Any(c => c.Operator == FilterOperator.LessThan))
            return ApiError.Invalid("sort", "Ascending sort may only be used with greater-than");
        Comparison[] ofLists = [.. comparisons.Where(c => c.Field.StartsWith(ListSuppressions, StringComparison.Ordinal))];
        Comparison[] ofAll = [.. comparisons.Where(c => c.Field.StartsWith(Suppression, StringComparison.Ordinal))];
        if (ofLists.Length > 0 && ofAll.Length > 0)
            return ApiError.Invalid("filter", "List suppressions and global suppressions cannot be filtered together.");
        if (ofLists.Concat(ofAll).Count(c => c.Field.EndsWith(".timestamp", StringComparison.Ordinal)) > 1)
            return ApiError.Invalid("filter", "Only one suppression date filter is allowed.");
        return ofLists.Length > 0 && ofLists.All(c => c.Field != ListSuppressions + "list_id")
            ? ApiError.Invalid("filter", $"A filter on list suppressions needs {ListSuppressions}list_id.")
            : null;
    }

    private static ApiError? OfFlows(Comparison[] comparisons, string? sort, long now)
    {
        Comparison[] dates = [.. comparisons.Where(c => c.Field is "created" or "updated")];
        if (dates.Any(
                c =>
                    c.Operator is FilterOperator.LessThan or FilterOperator.LessOrEqual
                        && c.Literals.Any(l => l.Kind == LiteralKind.Instant && l.Instant > now)))
            return ApiError.Invalid("filter", "End date may not be in the future");
        return sort is not null && dates.Any(c => c.Field != sort.TrimStart('-'))
            ? ApiError.Invalid("sort", "The sort field must be the field of the date filter.")
            : null;
    }

    private static IEnumerable<Comparison> ComparisonsOf(FilterExpression expression) => expression switch
    {
        Comparison comparison => [comparison],
        Negation negation => ComparisonsOf(negation.Part),
        Junction junction => junction.Parts.SelectMany(ComparisonsOf),
        _ => [],
    };
}
