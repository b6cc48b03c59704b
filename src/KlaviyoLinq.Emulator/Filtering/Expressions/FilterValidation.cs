using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.Filtering.Expressions;

/// <summary>Holds a parsed filter against what an operation lists: its fields, their operators, and the kinds of literals they take.</summary>
internal static class FilterValidation
{
    internal static FilterFault? Check(FilterExpression expression, ReadFacts operation, FilterGrammar grammar) => expression switch
    {
        Junction junction => junction.Parts.Select(part => Check(part, operation, grammar)).FirstOrDefault(fault => fault is not null),
        Negation negation => Check(negation.Part, operation, grammar),
        Comparison comparison => Check(comparison, operation, grammar),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    /// <summary>Determines whether the filter tests one of the fields that the operation requires.</summary>
    internal static bool MeetsRequirement(FilterExpression? expression, ReadFacts operation) => expression switch
    {
        null => !operation.FilterRequired,
        _ when !operation.FilterRequired => true,
        Comparison comparison => operation.FindFilter(comparison.Field)?.Required == true,
        Junction { IsAnd: true } all => all.Parts.Any(part => MeetsRequirement(part, operation)),
        Junction any => any.Parts.All(part => MeetsRequirement(part, operation)),
        _ => false,
    };

    private static FilterFault? Check(Comparison comparison, ReadFacts operation, FilterGrammar grammar)
    {
        if (operation.FindFilter(comparison.Field) is not { } field)
            return new($"'{comparison.Field}' is not a filterable field for this resource. The filterable fields on this resource are: "
                + string.Join(", ", operation.Filters.Select(f => f.Field)) + ".", comparison.Position);
        if (!field.Lists(comparison.Operator))
            // The two blanks are Klaviyo's own.
            return new($"'{comparison.Operator.WireName()}' is not an allowed filter operator for {comparison.Field}.  Allowed operators are "
                + string.Join(", ", field.Operators.Select(o => o.Operator.WireName()).Distinct()), comparison.Position);
        if (comparison.IsList && !field.Operators.Any(o => o.Operator == comparison.Operator && o.Operand == OperandKind.List))
            return new(FilterFault.Invalid, comparison.Position);
        // equals that lists a list only takes a single literal nevertheless; any does not.
        if (!comparison.IsList && comparison.Operator is FilterOperator.Any or FilterOperator.ContainsAny or FilterOperator.ContainsAll)
            return new(FilterFault.Invalid, comparison.Position);
        if (comparison.Literals.FirstOrDefault(literal => !Fits(literal, field, comparison, grammar)) is { } misfit)
            return new(FilterFault.Invalid, misfit.Position);

        // The wording is that of the reports' choices; no answer about a filter's is recorded.
        return comparison.Literals.FirstOrDefault(literal => literal.Kind == LiteralKind.Text && !Takes(field, literal.Text)) is { } other
            ? new($"'{other.Text}' is not a valid choice for '{comparison.Field}'.", other.Position)
            : null;
    }

    private static bool Takes(FilterFacts field, string value) => field.SpellingOf(value) is null && (field.Values.Count == 0 || field.Values.Contains(value));

    private static bool Fits(FilterLiteral literal, FilterFacts field, Comparison comparison, FilterGrammar grammar) => literal.Kind switch
    {
        LiteralKind.Null => grammar == FilterGrammar.Overview2022 && comparison is { Operator: FilterOperator.Equals, IsList: false },
        LiteralKind.Text or LiteralKind.Boolean or LiteralKind.Instant or LiteralKind.Number when field.Kind == ValueKind.Any => true,
        LiteralKind.Text => field.Kind == ValueKind.String,
        LiteralKind.Boolean => field.Kind == ValueKind.Boolean,
        LiteralKind.Instant => field.Kind == ValueKind.DateTime,
        LiteralKind.Number => field.Kind == ValueKind.Number || (field.Kind == ValueKind.Integer && literal.IsInteger),
        _ => false,
    };
}
