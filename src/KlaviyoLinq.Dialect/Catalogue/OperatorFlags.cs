namespace KlaviyoLinq.Catalogue;

/// <summary>The public flags of operators as the catalogue lists them.</summary>
internal static class OperatorFlags
{
    /// <summary>Every operator on values: what an unchecked field takes.</summary>
    internal static readonly FilterOperatorFacts[] All = Of(FilterOperators.All);

    internal static FilterOperatorFacts[] Of(FilterOperators flags) =>
    [
        .. Listed(flags, FilterOperators.Equals, FilterOperator.Equals),
        .. Listed(flags, FilterOperators.Any, FilterOperator.Any, OperandShape.List),
        .. Listed(flags, FilterOperators.Contains, FilterOperator.Contains),
        .. Listed(flags, FilterOperators.StartsWith, FilterOperator.StartsWith),
        .. Listed(flags, FilterOperators.EndsWith, FilterOperator.EndsWith),
        .. Listed(flags, FilterOperators.GreaterThan, FilterOperator.GreaterThan),
        .. Listed(flags, FilterOperators.GreaterOrEqual, FilterOperator.GreaterOrEqual),
        .. Listed(flags, FilterOperators.LessThan, FilterOperator.LessThan),
        .. Listed(flags, FilterOperators.LessOrEqual, FilterOperator.LessOrEqual),
        .. Listed(flags, FilterOperators.Has, FilterOperator.Has, OperandShape.None),
    ];

    private static FilterOperatorFacts[] Listed(FilterOperators flags, FilterOperators flag, FilterOperator filterOperator, OperandShape operand = OperandShape.Single) =>
        (flags & flag) == 0 ? [] : [new FilterOperatorFacts(filterOperator, operand)];
}
