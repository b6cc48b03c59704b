using CsCheck;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Filtering;
using KlaviyoLinq.Emulator.Filtering.Expressions;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Wire;

namespace KlaviyoLinq.Dialect.Tests.Wire;

/// <summary>Round trip from filter to text, through a parser that was written without the writer, and back to text: nothing changes.</summary>
public sealed class FilterRoundTripTests
{
    private static readonly Gen<FilterValue> _values = Gen.OneOf(
        Gen.String[Gen.Char['\u0001', '\u024f'], 0, 12].Select(text => (FilterValue)new StringValue(text)),
        Gen.Bool.Select(flag => (FilterValue)new BooleanValue(flag)),
        Gen.Int.Select(number => (FilterValue)new NumberValue($"{number}")),
        Gen.Long[0, DateTime.MaxValue.Ticks].Select(ticks => (FilterValue)new DateTimeValue(new DateTimeOffset(ticks, TimeSpan.Zero))));

    private static readonly Gen<Filter> _comparisons = Gen.OneOf(
        Gen.Select(Gen.Int[0, 3], _values)
            .Select((i, value) => (Filter)new ComparisonFilter((FilterOperator)(i * 2 % 9 == 1 ? 0 : i * 2 % 9), "some.field", value)),
        _values.Array[1, 4].Select(items => (Filter)new ComparisonFilter(FilterOperator.Any, "f", new ListValue(items))),
        Gen.Const((Filter)new ComparisonFilter(FilterOperator.Has, "profile", null)));

    private static readonly Gen<Filter> _literals = Gen.OneOf(_comparisons, _comparisons.Select(operand => (Filter)new NotFilter((ComparisonFilter)operand)));

    private static readonly Gen<Filter> _junctions = Gen.OneOf(
        _literals,
        _literals.Array[2, 4].Select(parts => (Filter)new OrFilter(parts)),
        _comparisons.Array[2, 3].Array[2, 3].Select(parts => (Filter)new OrFilter([.. parts.Select(part => new AndFilter(part, IsNamed: true))])));

    [Fact]
    public void A_filter_is_read_back_as_it_was_written() =>
        _junctions.Array[1, 4].Select(parts => parts.Length == 1 ? parts[0] : new AndFilter(parts, IsNamed: false)).Sample(filter =>
        {
            string text = FilterWriter.Write(filter);
            (FilterExpression? read, FilterFault? fault) = FilterParser.Parse(text, FilterGrammar.Overview2022);
            return fault is null && FilterWriter.Write(Back(read!, isTop: true)) == text;
        });

    private static Filter Back(FilterExpression expression, bool isTop = false) => expression switch
    {
        Comparison comparison => new ComparisonFilter(comparison.Operator, comparison.Field, Value(comparison)),
        Negation negation => new NotFilter((ComparisonFilter)Back(negation.Part)),
        Junction { IsAnd: true } and => new AndFilter([.. and.Parts.Select(part => Back(part))], IsNamed: !isTop),
        Junction or => new OrFilter([.. or.Parts.Select(part => Back(part))]),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private static FilterValue? Value(Comparison comparison) =>
        comparison.IsList ? new ListValue([.. comparison.Literals.Select(Value)]) : comparison.Literals is [var only] ? Value(only) : null;

    private static FilterValue Value(FilterLiteral literal) => literal.Kind switch
    {
        LiteralKind.Text => new StringValue(literal.Text),
        LiteralKind.Boolean => new BooleanValue(literal.Boolean),
        LiteralKind.Number => new NumberValue(literal.Text),
        LiteralKind.Instant => new DateTimeValue(new DateTimeOffset(literal.Instant, TimeSpan.Zero)),
        _ => new NullValue(),
    };
}
