using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Rulings;
using KlaviyoLinq.Rulings.Grammars;
using KlaviyoLinq.Wire;
using static KlaviyoLinq.Dialect.Tests.Written;

namespace KlaviyoLinq.Dialect.Tests.Rulings;

public sealed class GrammarTests
{
    private static readonly Term _jane = Attribute("email").Is("jane");
    private static readonly Term _joe = Attribute("email").Is("joe");
    private static readonly Term _outside = Attribute("external_id").Is("x");
    private static readonly Term _early = Attribute("created").Compare(ComparisonKind.LessThan, DateTimeOffset.UnixEpoch);

    [Fact]
    public void Published_joins_alternatives_of_one_field_into_any() =>
        Filter(FilterGrammar.Published, Or(_jane, Or(_joe, Attribute("email").In("jane", "jim")))).Should().Be("any(email,[\"jane\",\"joe\",\"jim\"])");

    [Fact]
    public void Published_refuses_alternatives_on_different_fields() =>
        Codes(FilterGrammar.Published, Or(_jane, _outside)).Should().Equal(KlaviyoFindingCode.DisjunctionNotSupported);

    [Fact]
    public void Published_undoes_double_negation_and_turns_a_negated_flag_round()
    {
        Filter(FilterGrammar.Published, Not(Not(_jane))).Should().Be("equals(email,\"jane\")");
        Judge.Rule(
            new QueryForm("/api/tag-groups", [Where(Attribute("exclusive").Compare(ComparisonKind.NotEqual, true))], TerminalKind.Sequence),
            KlaviyoCatalogue.Newest)
            .Request!.Filter.Should().Be(new ComparisonFilter(KlaviyoLinq.Catalogue.FilterOperator.Equals, "exclusive", new BooleanValue(false)));
    }

    [Fact]
    public void Published_never_turns_an_order_comparison_round_where_the_value_may_be_missing() =>
        Codes(FilterGrammar.Published, Not(_early)).Should().Equal(KlaviyoFindingCode.NegationNotSupported);

    [Fact]
    public void Overview_writes_and_or_and_not()
    {
        Filter(FilterGrammar.Overview2022, Or(_jane, _outside)).Should().Be("or(equals(email,\"jane\"),equals(external_id,\"x\"))");
        Filter(FilterGrammar.Overview2022, And(_jane, _outside)).Should().Be("and(equals(email,\"jane\"),equals(external_id,\"x\"))");
        Filter(FilterGrammar.Overview2022, Attribute("email").Compare(ComparisonKind.NotEqual, null)).Should().Be("not(equals(email,null))");
        Filter(FilterGrammar.Overview2022, Attribute("email").Compare(ComparisonKind.NotEqual, "jane")).Should().Be("not(equals(email,\"jane\"))");
        Filter(FilterGrammar.Overview2022, Attribute("email").Is(null)).Should().Be("equals(email,null)");
        Filter(FilterGrammar.Overview2022, Not(_early)).Should().Be("not(less-than(created,1970-01-01T00:00:00Z))");
    }

    [Fact]
    public void Overview_joins_a_condition_and_alternatives_with_a_comma() =>
        Filter(FilterGrammar.Overview2022, And(_outside, Or(_jane, _joe)))
            .Should().Be("equals(external_id,\"x\"),or(equals(email,\"jane\"),equals(email,\"joe\"))");

    [Fact]
    public void Overview_keeps_one_level_of_nesting_as_it_is_written() =>
        Filter(FilterGrammar.Overview2022, Or(And(_jane, _early), _outside))
            .Should().Be("or(and(equals(email,\"jane\"),less-than(created,1970-01-01T00:00:00Z)),equals(external_id,\"x\"))");

    [Fact]
    public void Overview_pushes_negation_to_the_comparisons() =>
        Filter(FilterGrammar.Overview2022, Not(Or(_jane, _outside))).Should().Be("not(equals(email,\"jane\")),not(equals(external_id,\"x\"))");

    [Fact]
    public void Overview_rewrites_deeper_nesting_flat() =>
        Filter(FilterGrammar.Overview2022, Or(And(Or(_jane, _outside), _early), _joe))
            .Should().Be("or(any(email,[\"jane\",\"joe\"]),equals(external_id,\"x\")),or(less-than(created,1970-01-01T00:00:00Z),equals(email,\"joe\"))");

    [Fact]
    public void Overview_refuses_what_would_grow_too_large()
    {
        Term deep = Enumerable.Range(0, 7).Select(i => And(Or(Attribute("email").Is($"a{i}"), _outside), Attribute("external_id").Is($"{i}"))).Aggregate(Or);
        Codes(FilterGrammar.Overview2022, deep).Should().Equal(KlaviyoFindingCode.NestingTooDeep);
    }

    [Fact]
    public void Alternatives_become_requests_where_that_is_allowed() =>
        Branches(2, Or(_jane, _outside)).Should().Equal("equals(email,\"jane\")", "equals(external_id,\"x\")");

    [Fact]
    public void Alternatives_multiply_with_what_they_stand_beside() =>
        Branches(4, And(Or(_jane, _outside), Attribute("id").Is("i")))
            .Should().Equal("equals(email,\"jane\"),equals(id,\"i\")", "equals(external_id,\"x\"),equals(id,\"i\")");

    [Fact]
    public void More_alternatives_than_allowed_are_refused() =>
        Ruled(FilterGrammar.Published, Or(Or(_jane, _outside), _early), FanOut(2)).Findings.Select(finding => finding.Code)
            .Should().Equal(KlaviyoFindingCode.FanOutTooWide);

    [Fact]
    public void Several_values_of_a_field_that_takes_one_become_requests() =>
        Branches("/api/events", 3, RelationshipId("metric").In("a", "b", "c"))
            .Should().Equal("equals(metric_id,\"a\")", "equals(metric_id,\"b\")", "equals(metric_id,\"c\")");

    [Fact]
    public void A_list_too_long_for_one_URL_is_refused_or_requested_in_parts()
    {
        Term long_ = Id.In([.. Enumerable.Range(0, 2000).Select(i => $"id-{i:000000}")]);

        Codes(FilterGrammar.Published, long_).Should().Equal(KlaviyoFindingCode.RequestTooLong);

        Ruling ruling = Ruled(FilterGrammar.Published, long_, FanOut(10));
        ruling.Findings.Should().BeEmpty();
        ruling.Request!.Requests().Should().OnlyContain(request => RequestWriter.Write(request).Length <= BranchRuling.MaximumLength);
        ruling.Request.Requests()
            .SelectMany(request => ((ListValue)((ComparisonFilter)request.Filter!).Value!).Items).Should().HaveCount(2000).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void Several_requests_bring_their_sort_key_along_or_are_refused()
    {
        Ruling ruling = Ruled(FilterGrammar.Published, Or(_jane, _outside), FanOut(2), OrderBy(Attribute("created")), Select(Attribute("email")));
        ruling.Request!.Fieldsets.Single().Members.Should().Equal("email", "created");

        Ruled(FilterGrammar.Published, Or(_jane, _outside), FanOut(2), OrderBy(FilterOnly("subscriptions.email.marketing.suppression.timestamp")))
            .Findings.Select(finding => finding.Code).Should().Equal(KlaviyoFindingCode.FanOutNotSortable);
    }

    [Fact]
    public void A_required_filter_must_stand_in_every_alternative()
    {
        Term email = new AnyElementTerm(Relationship("campaign-messages").Path, Relationship("campaign-messages", Channel).Is("email"), "…");
        Term sms = new AnyElementTerm(Relationship("campaign-messages").Path, Relationship("campaign-messages", Channel).Is("sms"), "…");
        Judge.Rule(new QueryForm("/api/campaigns", [Where(Or(email, sms)), FanOut(2)], TerminalKind.Sequence), KlaviyoCatalogue.Newest).Findings.Should()
            .BeEmpty();
        Judge.Rule(new QueryForm("/api/campaigns", [Where(Or(email, Attribute("archived"))), FanOut(2)], TerminalKind.Sequence), KlaviyoCatalogue.Newest)
            .Findings.Select(finding => finding.Code).Should().Equal(KlaviyoFindingCode.RequiredFilterMissing);
    }

    private static PathSegment Channel => new(SegmentKind.FilterOnly, "messages.channel", "Channel");

    private static Term Or(Term left, Term right) => new OrTerm(left, right, "… || …");

    private static Term And(Term left, Term right) => new AndTerm(left, right, "… && …");

    private static Term Not(Term operand) => new NotTerm(operand, "!…");

    private static FanOutStage FanOut(int maximum) => new(Value(maximum), new Site("AllowFanOut", $"{maximum}", KlaviyoCallSite.Unknown));

    private static Ruling Ruled(FilterGrammar grammar, Term predicate, params Stage[] more) =>
        Judge.Rule(new QueryForm("/api/profiles", [Where(predicate), .. more], TerminalKind.Sequence), KlaviyoCatalogue.Newest, grammar);

    private static string Filter(FilterGrammar grammar, Term predicate)
    {
        Ruling ruling = Ruled(grammar, predicate);
        ruling.Findings.Should().BeEmpty();
        return FilterWriter.Write(ruling.Request!.Filter!);
    }

    private static IEnumerable<KlaviyoFindingCode> Codes(FilterGrammar grammar, Term predicate) =>
        Ruled(grammar, predicate).Findings.Select(finding => finding.Code);

    private static IEnumerable<string> Branches(int maximum, Term predicate) => Branches("/api/profiles", maximum, predicate);

    private static IEnumerable<string> Branches(string path, int maximum, Term predicate)
    {
        Ruling ruling = Judge.Rule(new QueryForm(path, [Where(predicate), FanOut(maximum)], TerminalKind.Sequence), KlaviyoCatalogue.Newest);
        ruling.Findings.Should().BeEmpty();
        return ruling.Request!.Branches.Select(FilterWriter.Write);
    }
}
