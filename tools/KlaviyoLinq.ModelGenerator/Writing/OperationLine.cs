using KlaviyoLinq.ModelGenerator.Naming;
using KlaviyoLinq.ModelGenerator.Spec;
using static System.FormattableString;

namespace KlaviyoLinq.ModelGenerator.Writing;

/// <summary>An operation as one line of a table.</summary>
internal static class OperationLine
{
    /// <param name="operation">The operation.</param>
    /// <param name="fieldset">How a fieldset is referred to.</param>
    internal static string Of(OperationSpec operation, Func<FieldsetSpec, string> fieldset) => Cells.Line(
        "O",
        operation.Path,
        operation.Id,
        operation.ResourceType,
        operation.ParentType ?? "",
        operation.Relationship ?? "",
        (operation.Collection ? "C" : "") + (operation.IdentifiersOnly ? "I" : "") + (operation.FilterRequired ? "F" : ""),
        Cells.List(operation.Filters.Select(Filter)),
        Cells.List(operation.SortKeys),
        Cells.List(operation.Includes.Select(include => Cells.Item(include.Relationship, include.ResourceType))),
        Cells.List(operation.Fieldsets.Select(fieldset)),
        Cells.List(operation.AdditionalFields.Select(fieldset)),
        operation.Paging is null
            ? ""
            : Cells.Item(Digits(operation.Paging.Minimum ?? 0), Digits(operation.Paging.Default ?? 0), Digits(operation.Paging.Maximum ?? 0)),
        Limit(operation.RateLimit),
        Cells.List(operation.RateLimitVariants.GroupBy(variant => (variant.Parameter, variant.Limit))
            .Select(variants => Cells.Item(variants.Key.Parameter, Cells.Inner(variants.Select(variant => variant.Value)), Limit(variants.Key.Limit)))),
        Cells.List(operation.Scopes.Select(Cells.Plain)),
        Cells.List(
            operation.Parameters.Select(
                parameter => Cells.Item(parameter.Name, (parameter.InHeader ? "H" : "") + (parameter.Required ? "R" : ""), Cells.Inner(parameter.Values)))));

    private static string Filter(FilterSpec filter) => Cells.Item(
    [
        filter.Field,
        filter.Kind is null ? "None" : PascalCase.Of(filter.Kind),
        filter.Required ? "R" : "",
        Cells.Inner(filter.Operators.Select(listed => $"{PascalCase.Of(listed.Operator)}/{PascalCase.Of(listed.Operand)}")),
        Cells.Inner(filter.Values),
        .. filter.Spellings.Count == 0 ? [] : new[] { Cells.Inner(filter.Spellings.Select(pair => $"{pair.Key}={pair.Value}")) },
    ]);

    internal static string Limit(RateLimitSpec limit) => Invariant($"{limit.Burst}/{limit.Steady}/{limit.Daily ?? 0}");

    private static string Digits(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
