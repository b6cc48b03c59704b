using System.Globalization;
using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Filtering.Expressions;
using KlaviyoLinq.Emulator.Writing.Bodies;

namespace KlaviyoLinq.Emulator.Reporting.Aggregates;

/// <summary>Filters of a query of aggregates: a range of time, and conditions on dimensions.</summary>
internal sealed class AggregateFilters
{
    private const string Place = "/data/attributes/filter";

    private const string Datetime = "datetime";

    /// <summary>First instant of a range, long before the first event that Klaviyo has.</summary>
    private static readonly long _first = DateTime.UnixEpoch.Ticks;

    private static readonly long _last = new DateTime(9000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    private readonly IReadOnlyList<string> _dimensions;
    private readonly List<AggregateCondition> _conditions = [];
    private long? _from;
    private long? _to;

    private AggregateFilters(IReadOnlyList<string> dimensions) => _dimensions = dimensions;

    internal IReadOnlyList<AggregateCondition> Conditions => _conditions;

    /// <summary>The start of the range in UTC ticks, which belongs to it.</summary>
    internal long From => _from!.Value;

    /// <summary>The end of the range, which does not belong to it.</summary>
    internal long To => _to!.Value;

    /// <summary>Reads an array of filters.</summary>
    /// <param name="filters">The array.</param>
    /// <param name="dimensions">The dimensions that there are.</param>
    internal static (AggregateFilters Filters, ApiError? Error) Read(JsonElement filters, IReadOnlyList<string> dimensions)
    {
        AggregateFilters read = new(dimensions);
        int at = 0;
        foreach (JsonElement filter in filters.EnumerateArray())
        {
            string pointer = string.Create(CultureInfo.InvariantCulture, $"{Place}/{at++}");
            (FilterExpression? expression, FilterFault? fault) = FilterParser.Parse(filter.GetString()!, FilterGrammar.Published, takesSpacedFields: true);
            if ((fault ?? read.Take(expression!)) is { } found)
                return (read, BodyFault.At(pointer, found.Detail) with { Position = found.Position });
        }
        return (read, read.CheckRange() is { } detail ? BodyFault.At(Place, detail) : null);
    }

    private string? CheckRange()
    {
        if (_from is not { } from || _to is not { } to)
            return "A time range is required: a 'greater-or-equal' and a 'less-than' filter on datetime.";
        if (from >= to)
            return "The end of the time range must be later than its start.";
        return new DateTime(from).AddYears(1).Ticks < to ? "The time range may not be longer than one year." : null;
    }

    private FilterFault? Take(FilterExpression expression) => expression switch
    {
        Junction junction => junction.Parts.Select(Take).FirstOrDefault(fault => fault is not null),
        Comparison { Field: Datetime } comparison => TakeInstant(comparison),
        Comparison comparison => TakeCondition(comparison),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private FilterFault? TakeInstant(Comparison comparison)
    {
        bool isStart = comparison.Operator == FilterOperator.GreaterOrEqual;
        if (!isStart && comparison.Operator != FilterOperator.LessThan)
            return new("The only operators supported on datetime are 'less-than' and 'greater-or-equal'", comparison.Position);
        if (comparison.IsList || comparison.Literals is not [{ Kind: LiteralKind.Instant } literal])
            return new(FilterFault.Invalid, comparison.Position);
        if (literal.Instant < _first || literal.Instant > _last)
            return new("The time is out of range.", literal.Position);
        ref long? end = ref isStart ? ref _from : ref _to;
        if (end is not null)
            return new($"There may be only one '{comparison.Operator.WireName()}' filter on datetime.", comparison.Position);
        end = literal.Instant;
        return null;
    }

    private FilterFault? TakeCondition(Comparison comparison)
    {
        if (!_dimensions.Contains(comparison.Field))
            return new(
                $"'{comparison.Field}' is not a filterable field for this resource. The filterable fields on this resource are: "
                + $"{string.Join(", ", _dimensions.Prepend(Datetime))}.", comparison.Position);
        if (comparison.Operator is not (FilterOperator.Equals or FilterOperator.Any))
            return new(
                $"'{comparison.Operator.WireName()}' is not an allowed filter operator for {comparison.Field}.  Allowed operators are equals, any",
                comparison.Position);
        if (comparison.IsList != (comparison.Operator == FilterOperator.Any) || comparison.Literals.Any(literal => literal.Kind == LiteralKind.Null))
            return new(FilterFault.Invalid, comparison.Position);
        _conditions.Add(new AggregateCondition(comparison.Field, [.. comparison.Literals.Select(literal => literal.Text)]));
        return null;
    }
}
