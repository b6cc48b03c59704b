using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Running.FanOut;

/// <summary>
/// Rule of which requests of a fan-out can return the same resource. Requests for different values of a field with one value cannot, such as another
/// metric or another id. Then no ids need to be remembered.
/// </summary>
internal static class Overlap
{
    internal static bool IsPossible(KlaviyoRequest request, KlaviyoCatalogue catalogue)
    {
        if (request.Branches.Count == 0)
            return false;
        IEnumerable<string> fields = Comparisons(request.Branches[0])
            .Select(comparison => comparison.Field).Where(field => HasOneValue(request, catalogue, field));
        return !fields.Any(field => AreApart(request.Branches, field));
    }

    private static bool AreApart(IReadOnlyList<Filter> branches, string field)
    {
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        foreach (Filter branch in branches)
        {
            if (Comparisons(branch).Where(comparison => comparison.Field == field).Select(Values).FirstOrDefault(values => values is not null) is not { } asked)
                return false;
            foreach (string value in asked.Distinct(StringComparer.OrdinalIgnoreCase))
                if (!taken.Add(value))
                    return false;
        }

        return true;
    }

    private static IEnumerable<ComparisonFilter> Comparisons(Filter filter) =>
        filter is AndFilter and ? and.Operands.OfType<ComparisonFilter>() : filter is ComparisonFilter comparison ? [comparison] : [];

    // Only texts are compared, because one number or date can be written in two ways.
    private static string[]? Values(ComparisonFilter comparison) => comparison switch
    {
        { Operator: FilterOperator.Equals, Value: StringValue text } => [text.Value],
        { Operator: FilterOperator.Any, Value: ListValue list } when list.Items.All(item => item is StringValue) =>
            [.. list.Items.Select(item => ((StringValue)item).Value)],
        _ => null,
    };

    private static bool HasOneValue(KlaviyoRequest request, KlaviyoCatalogue catalogue, string field)
    {
        ResourceFacts? facts = catalogue.FindResource(request.Operation.ResourceType);
        return field == "id"
            || facts?.Attributes.Any(attribute => attribute.Name == field && !attribute.IsArray && attribute.Members.Count == 0) == true
            || (field.EndsWith("_id", StringComparison.Ordinal) && facts?.FindRelationship(field[..^3]) is { ToMany: false });
    }
}
