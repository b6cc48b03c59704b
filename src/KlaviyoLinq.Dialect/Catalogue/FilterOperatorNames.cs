namespace KlaviyoLinq.Catalogue;

/// <summary>Wire names of the filter operators.</summary>
internal static class FilterOperatorNames
{
    internal static string WireName(this FilterOperator filterOperator) => filterOperator switch
    {
        FilterOperator.Equals => "equals",
        FilterOperator.Any => "any",
        FilterOperator.Contains => "contains",
        FilterOperator.StartsWith => "starts-with",
        FilterOperator.EndsWith => "ends-with",
        FilterOperator.GreaterThan => "greater-than",
        FilterOperator.GreaterOrEqual => "greater-or-equal",
        FilterOperator.LessThan => "less-than",
        FilterOperator.LessOrEqual => "less-or-equal",
        FilterOperator.Has => "has",
        FilterOperator.ContainsAny => "contains-any",
        FilterOperator.ContainsAll => "contains-all",
        _ => throw new ArgumentOutOfRangeException(nameof(filterOperator), filterOperator, null),
    };
}
