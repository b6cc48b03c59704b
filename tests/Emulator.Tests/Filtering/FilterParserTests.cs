using KlaviyoLinq.Emulator.Filtering;
using KlaviyoLinq.Emulator.Filtering.Expressions;

namespace KlaviyoLinq.Emulator.Tests.Filtering;

public sealed class FilterParserTests
{
    [Theory]
    [InlineData("equals(email,\"a@b.example\")")]
    [InlineData("equals(email,'a@b.example')")]
    [InlineData("equals(email, \"a@b.example\")")]
    [InlineData("equals(name,\"it's\")")]
    [InlineData("equals(name,\"say \\\"hi\\\"\")")]
    [InlineData("equals(name,\"\")")]
    [InlineData("equals(name,\"a),equals(b\")")]
    [InlineData("any(id,[\"a\",\"b\"])")]
    [InlineData("any(id,['a'])")]
    [InlineData("has(profile)")]
    [InlineData("greater-than(created,2023-02-07)")]
    [InlineData("greater-than(created,2023-02-07T10:11:12Z)")]
    [InlineData("greater-than(created,2023-02-07T10:11:12.000Z)")]
    [InlineData("greater-than(created,2023-02-07T10:11:12.1234567+00:00)")]
    [InlineData("greater-than(created,2023-02-07T10:11:12+0000)")]
    [InlineData("greater-than(created,2023-02-07T10:11:12)")]
    [InlineData("greater-than(created,2023-02-07T10:11)")]
    [InlineData("less-than(size,-12.5)")]
    [InlineData("equals(archived,true)")]
    [InlineData("equals(_kx,\"x\")")]
    [InlineData("equals(a,\"1\"),equals(b,\"2\")")]
    [InlineData("and(equals(a,\"1\"),equals(b,\"2\"))")]
    [InlineData("and(equals(a,\"1\"))")]
    [InlineData("and(equals(a,\"1\"),and(equals(b,\"2\"),equals(c,\"3\")))")]
    [InlineData("equals(subscriptions.email.marketing.suppression.reason,\"SPAM_COMPLAINT\")")]
    public void Takes_what_the_published_language_allows(string filter) =>
        FilterParser.Parse(filter, FilterGrammar.Published).Fault.Should().BeNull();

    [Theory]
    [InlineData("", 0, FilterFault.Invalid)]
    [InlineData("equals", 6, FilterFault.Invalid)]
    [InlineData("equals()", 7, FilterFault.Invalid)]
    [InlineData("equals(email)", 12, FilterFault.Invalid)]
    [InlineData("equals(email,Ben)", 13, FilterFault.Invalid)]
    [InlineData("equals(\"email\",\"a\")", 7, FilterFault.Invalid)]
    [InlineData("equals(email,\"a\"", 16, FilterFault.Parentheses)]
    [InlineData("equals(email,\"a\"))", 17, FilterFault.Parentheses)]
    [InlineData("equals(email,\"a)", 13, FilterFault.Parentheses)]
    [InlineData("equals(email,\"a\",\"b\")", 16, FilterFault.Invalid)]
    [InlineData("equals(email,\"a\") equals(b,\"c\")", 18, FilterFault.Invalid)]
    [InlineData("equals(email,\"a\"),", 18, FilterFault.Invalid)]
    [InlineData("any(id,[])", 8, FilterFault.Invalid)]
    [InlineData("any(id,[\"a\",])", 12, FilterFault.Invalid)]
    [InlineData("any(id,[[\"a\"]])", 8, FilterFault.Invalid)]
    [InlineData("any(id,[\"a\")", 11, FilterFault.Invalid)]
    [InlineData("has(profile,true)", 11, FilterFault.Invalid)]
    [InlineData("greater-than(created,2023-13-07)", 21, FilterFault.Invalid)]
    [InlineData("greater-than(created,2023-02-07T10:11:12 00:00)", 41, FilterFault.Invalid)]
    [InlineData("greater-than(created,2023-02-30)", 21, FilterFault.Invalid)]
    [InlineData("between(created,1)", 0, FilterFault.Invalid)]
    [InlineData("or(equals(a,\"1\"),equals(b,\"2\"))", 0, FilterFault.Invalid)]
    [InlineData("not(equals(a,\"1\"))", 0, FilterFault.Invalid)]
    [InlineData("and()", 4, FilterFault.Invalid)]
    [InlineData("equals(a..b,\"1\")", 7, FilterFault.Invalid)]
    [InlineData("equals(size,1e999)", 12, FilterFault.Invalid)]
    [InlineData("equals(size,.5)", 12, FilterFault.Invalid)]
    [InlineData("equals(size,5.)", 12, FilterFault.Invalid)]
    [InlineData("equals(archived,True)", 16, FilterFault.Invalid)]
    public void Says_where_a_filter_leaves_the_published_language(string filter, int position, string detail)
    {
        (FilterExpression? expression, FilterFault? fault) = FilterParser.Parse(filter, FilterGrammar.Published);

        expression.Should().BeNull();
        fault.Should().Be(new FilterFault(detail, position));
    }

    [Theory]
    [InlineData("or(equals(a,\"1\"),equals(b,\"2\"))")]
    [InlineData("not(equals(a,\"1\"))")]
    [InlineData("and(or(equals(a,\"1\"),equals(b,\"2\")),not(equals(c,\"3\")))")]
    [InlineData("or(and(equals(a,\"1\"),equals(b,\"2\")),equals(c,\"3\"))")]
    [InlineData("not(equals(a,\"1\")),or(equals(b,\"2\"),equals(c,\"3\"))")]
    [InlineData("equals(a,null)")]
    public void Takes_or_and_not_in_the_language_of_2022(string filter) =>
        FilterParser.Parse(filter, FilterGrammar.Overview2022).Fault.Should().BeNull();

    [Theory]
    [InlineData("not(and(equals(a,\"1\"),equals(b,\"2\")))", 4)]
    [InlineData("not(not(equals(a,\"1\")))", 4)]
    [InlineData("not(equals(a,\"1\"),equals(b,\"2\"))", 17)]
    [InlineData("and(or(and(equals(a,\"1\"),equals(b,\"2\")),equals(c,\"3\")),equals(d,\"4\"))", 7)]
    public void Refuses_more_than_one_level_of_nesting_in_the_language_of_2022(string filter, int position) =>
        FilterParser.Parse(filter, FilterGrammar.Overview2022).Fault.Should().Be(new FilterFault(FilterFault.Invalid, position));

    [Fact]
    public void Refuses_bottomless_nesting_without_falling_over()
    {
        string filter = string.Concat(Enumerable.Repeat("and(", 100_000));

        FilterParser.Parse(filter, FilterGrammar.Published).Fault.Should().NotBeNull();
    }

    [Fact]
    public void Keeps_a_backslash_that_escapes_nothing()
    {
        var comparison = (Comparison)FilterParser.Parse("""equals(name,"a\b\\c\"d\'e")""", FilterGrammar.Published).Expression!;

        comparison.Literals.Single().Text.Should().Be("""a\b\c"d'e""");
    }

    [Fact]
    public void A_list_of_one_is_not_a_single_literal()
    {
        ((Comparison)FilterParser.Parse("equals(a,[\"1\"])", FilterGrammar.Published).Expression!).IsList.Should().BeTrue();
        ((Comparison)FilterParser.Parse("equals(a,\"1\")", FilterGrammar.Published).Expression!).IsList.Should().BeFalse();
    }
}
