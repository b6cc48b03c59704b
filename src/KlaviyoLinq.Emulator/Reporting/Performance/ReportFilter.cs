using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Filtering.Expressions;
using KlaviyoLinq.Emulator.Writing.Bodies;

namespace KlaviyoLinq.Emulator.Reporting.Performance;

/// <summary>Filter of a report: comparisons that must all be true, at most one for each attribute.</summary>
internal sealed class ReportFilter
{
    private const string Place = "/data/attributes/filter";

    private const int MaximumItems = 100;

    private readonly Dictionary<string, Comparison> _comparisons = new(StringComparer.Ordinal);

    /// <summary>Reads a filter; null is the filter that everything passes.</summary>
    internal static (ReportFilter Filter, ApiError? Error) Read(string? text, IReadOnlyList<FilterAttribute> attributes)
    {
        ReportFilter read = new();
        if (text is null)
            return (read, null);
        (FilterExpression? expression, FilterFault? fault) = FilterParser.Parse(text, FilterGrammar.Published);
        return (read, (fault ?? read.Take(expression!, attributes)) is { } found
            ? BodyFault.At(Place, found.Detail) with { Position = found.Position }
            : null);
    }

    /// <summary>Determines whether a group passes.</summary>
    /// <param name="valuesOf">The values of an attribute of the group.</param>
    internal bool Wants(Func<string, IReadOnlyList<string>> valuesOf) => _comparisons.Values.All(comparison =>
    {
        IReadOnlyList<string> values = valuesOf(comparison.Field);
        return comparison.Operator == FilterOperator.ContainsAll
            ? comparison.Literals.All(literal => values.Contains(literal.Text))
            : comparison.Literals.Any(literal => values.Contains(literal.Text));
    });

    private FilterFault? Take(FilterExpression expression, IReadOnlyList<FilterAttribute> attributes) => expression switch
    {
        Junction junction => junction.Parts.Select(part => Take(part, attributes)).FirstOrDefault(fault => fault is not null),
        Comparison comparison => Take(comparison, attributes),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private FilterFault? Take(Comparison comparison, IReadOnlyList<FilterAttribute> attributes)
    {
        if (attributes.FirstOrDefault(known => known.Name == comparison.Field) is not { } attribute)
            return new(
                $"'{comparison.Field}' is not a filterable field for this resource. The filterable fields on this resource are: "
                + $"{string.Join(", ", attributes.Select(known => known.Name))}.", comparison.Position);
        if (!attribute.Operators.Contains(comparison.Operator))
            return new(
                $"'{comparison.Operator.WireName()}' is not an allowed filter operator for {comparison.Field}.  Allowed operators are "
                + string.Join(", ", attribute.Operators.Select(known => known.WireName())), comparison.Position);
        if (comparison.IsList == (comparison.Operator == FilterOperator.Equals) || comparison.Literals.Any(literal => literal.Kind != LiteralKind.Text))
            return new(FilterFault.Invalid, comparison.Position);
        if (comparison.Literals.Count > MaximumItems)
            return new("A filter may hold at most 100 items.", comparison.Position);
        if (attribute.Values.Count > 0 && comparison.Literals.FirstOrDefault(literal => !attribute.Values.Contains(literal.Text)) is { } other)
            return new($"'{other.Text}' is not a valid choice for '{comparison.Field}'.", other.Position);
        return _comparisons.TryAdd(comparison.Field, comparison)
            ? null
            : new($"Only one filter can be used for '{comparison.Field}'.", comparison.Position);
    }
}
