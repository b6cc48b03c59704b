namespace KlaviyoLinq.Catalogue;

/// <summary>The public flags of operators as the catalogue lists them.</summary>
internal static class OperatorFlags
{
    /// <summary>Every operator on values: what an unchecked field takes.</summary>
    internal static readonly FilterOperatorFacts[] All = Of(KlaviyoFilterOperators.All);

    internal static FilterOperatorFacts[] Of(KlaviyoFilterOperators flags) =>
    [
        .. Listed(flags, KlaviyoFilterOperators.Equals, FilterOperator.Equals),
        .. Listed(flags, KlaviyoFilterOperators.Any, FilterOperator.Any, OperandKind.List),
        .. Listed(flags, KlaviyoFilterOperators.Contains, FilterOperator.Contains),
        .. Listed(flags, KlaviyoFilterOperators.StartsWith, FilterOperator.StartsWith),
        .. Listed(flags, KlaviyoFilterOperators.EndsWith, FilterOperator.EndsWith),
        .. Listed(flags, KlaviyoFilterOperators.GreaterThan, FilterOperator.GreaterThan),
        .. Listed(flags, KlaviyoFilterOperators.GreaterOrEqual, FilterOperator.GreaterOrEqual),
        .. Listed(flags, KlaviyoFilterOperators.LessThan, FilterOperator.LessThan),
        .. Listed(flags, KlaviyoFilterOperators.LessOrEqual, FilterOperator.LessOrEqual),
        .. Listed(flags, KlaviyoFilterOperators.Has, FilterOperator.Has, OperandKind.None),
    ];

    private static FilterOperatorFacts[] Listed(
        KlaviyoFilterOperators flags, KlaviyoFilterOperators flag, FilterOperator filterOperator, OperandKind operand = OperandKind.Single) =>
        (flags & flag) == 0 ? [] : [new FilterOperatorFacts(filterOperator, operand)];
}
