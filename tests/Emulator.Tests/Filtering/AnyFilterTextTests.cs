using System.Globalization;
using CsCheck;
using KlaviyoLinq.Emulator.Filtering;
using KlaviyoLinq.Emulator.Filtering.Expressions;

namespace KlaviyoLinq.Emulator.Tests.Filtering;

public sealed class AnyFilterTextTests
{
    private static readonly Gen<string> _junk = Gen.OneOf(
        Gen.String,
        OneOf(
            "and(", "or(", "not(", "equals(", "any(", "has(", ")", "(", "[", "]", ",", "\"", "'", "\\", "email", "null", "true", "1e5", "2023-01-01", " ", "id")
            .Array[0, 30].Select(string.Concat));

    [Fact]
    public void Any_string_comes_back_from_a_quoted_literal_as_it_went_in() =>
        Gen.Select(Gen.String, OneOf('"', '\'')).Sample((text, quote) =>
        {
            string escaped = text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("'", "\\'");

            (FilterExpression? expression, _) = FilterParser.Parse($"equals(email,{quote}{escaped}{quote})", FilterGrammar.Published);

            ((Comparison)expression!).Literals.Single().Text.Should().Be(text);
        });

    [Fact]
    public void Junk_is_refused_or_taken_but_never_brings_the_parser_down() =>
        Gen.Select(_junk, OneOf(FilterGrammar.Published, FilterGrammar.Overview2022)).Sample((junk, grammar) =>
        {
            (FilterExpression? expression, FilterFault? fault) = FilterParser.Parse(junk, grammar);

            (expression is null).Should().Be(fault is not null);
            if (fault is not null)
                fault.Position.Should().BeInRange(0, junk.Length);
        });

    [Fact]
    public void Any_instant_is_read_as_the_framework_reads_it() =>
        Gen.DateTimeOffset.Where(d => Math.Abs(d.Offset.TotalHours) <= 14 && d.Year is > 1 and < 9999).Sample(instant =>
        {
            Instant.TryParse(instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture), out long ticks).Should().BeTrue();

            ticks.Should().Be(instant.UtcTicks);
        });

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
