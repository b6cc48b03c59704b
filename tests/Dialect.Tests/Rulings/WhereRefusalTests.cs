using KlaviyoLinq.Forms;
using KlaviyoLinq.Rulings;
using static KlaviyoLinq.Dialect.Tests.Written;

namespace KlaviyoLinq.Dialect.Tests.Rulings;

public sealed class WhereRefusalTests
{
    [Fact]
    public void A_field_that_is_not_listed_is_refused_with_those_that_are()
    {
        KlaviyoFinding finding = Refusal("/api/profiles", Where(Attribute("first_name").Is("Jane")));

        finding.Code.Should().Be(KlaviyoFindingCode.FieldNotFilterable);
        finding.Reason.Should().Contain("GET /api/profiles").And.Contain("first_name");
        finding.Advice.Should().Contain("email (==, list.Contains)").And.Contain("and others").And.Contain("AsAsyncEnumerable()");
    }

    [Fact]
    public void An_operator_that_is_not_listed_is_refused_with_those_that_are()
    {
        KlaviyoFinding finding = Refusal("/api/profiles", Where(Attribute("created").Compare(ComparisonKind.GreaterOrEqual, DateTimeOffset.UnixEpoch)));

        finding.Code.Should().Be(KlaviyoFindingCode.OperatorNotListed);
        finding.Reason.Should().Contain("greater-or-equal");
        finding.Advice.Should().Be("created supports >, <. Write > instead of >=.");
    }

    [Fact]
    public void An_endpoint_without_filters_says_so() =>
        Refusal("/api/accounts", Where(Attribute("timezone").Is("a"))).Advice.Should().Contain("has no filters");

    [Fact]
    public void A_disjunction_is_refused() =>
        Refusal("/api/profiles", Where(new OrTerm(Attribute("email").Is("a"), Id.Is("b"), "…"))).Code.Should().Be(KlaviyoFindingCode.DisjunctionNotSupported);

    [Fact]
    public void A_negation_is_refused()
    {
        Refusal("/api/profiles", Where(new NotTerm(Attribute("email").Is("a"), "…"))).Code.Should().Be(KlaviyoFindingCode.NegationNotSupported);
        Refusal("/api/profiles", Where(Attribute("email").Compare(ComparisonKind.NotEqual, "a"))).Code.Should().Be(KlaviyoFindingCode.NegationNotSupported);
    }

    [Fact]
    public void A_comparison_with_null_is_refused() =>
        Refusal("/api/profiles", Where(Attribute("email").Is(null))).Code.Should().Be(KlaviyoFindingCode.NullNotSupported);

    [Fact]
    public void Ignoring_case_is_refused() =>
        Refusal("/api/tags", Where(Attribute("name").Match(StringMatchKind.Contains, "x", ignoresCase: true))).Code.Should()
            .Be(KlaviyoFindingCode.IgnoringCaseNotSupported);

    [Fact]
    public void Comparing_two_fields_is_refused() =>
        Refusal("/api/profiles", Where(new ComparisonTerm(ComparisonKind.Equal, Attribute("email"), Attribute("external_id"), "…")))
            .Code.Should().Be(KlaviyoFindingCode.FieldsCompared);

    [Fact]
    public void An_expression_that_the_parser_could_not_read_is_refused_and_named()
    {
        KlaviyoFinding finding = Refusal("/api/profiles", Where(new OpaqueTerm("a call of Scoring.Score()", "Scoring.Score(p)")));

        finding.Code.Should().Be(KlaviyoFindingCode.PredicateNotTranslatable);
        finding.Fragment.Should().Be("Scoring.Score(p)");
        finding.Reason.Should().Contain("a call of Scoring.Score()");
    }

    [Theory]
    [InlineData("/api/campaigns", "messages.channel")]
    [InlineData("/api/coupon-codes", "coupon.id or profile.id")]
    public void A_missing_required_filter_is_refused(string path, string fields)
    {
        KlaviyoFinding finding = Refusal(path);

        finding.Code.Should().Be(KlaviyoFindingCode.RequiredFilterMissing);
        finding.Reason.Should().Contain(fields);
    }

    [Fact]
    public void Filtering_after_a_limit_is_refused() =>
        Refusal("/api/profiles", Take(3), Where(Id.Is("a"))).Code.Should().Be(KlaviyoFindingCode.OperatorOutOfOrder);

    [Fact]
    public void All_reasons_are_found_at_once()
    {
        Ruling ruling = Ruling(
            "/api/profiles",
            Where(new AndTerm(Attribute("first_name").Is("a"), Attribute("email").Is(null), "…")),
            OrderBy(Attribute("title")),
            Include(Relationship("lists")),
            PageSize(101));

        ruling.Findings.Select(finding => finding.Code).Should().Equal(
            KlaviyoFindingCode.FieldNotFilterable,
            KlaviyoFindingCode.NullNotSupported,
            KlaviyoFindingCode.FieldNotSortable,
            KlaviyoFindingCode.RelationshipNotIncludable,
            KlaviyoFindingCode.PageSizeOutOfRange);
    }

    [Fact]
    public void Two_conditions_on_one_element_are_refused_because_two_filters_could_be_met_by_two_elements() =>
        Refusal("/api/campaigns", Where(Id.In("a", "b")), Where(new AnyElementTerm(
            Relationship("campaign-messages").Path,
            new AndTerm(Relationship("campaign-messages", Then("channel")).Is("email"), Relationship("campaign-messages", Then("id")).Is("b"), "…"),
            "…")), Where(new AnyElementTerm(Relationship("campaign-messages").Path, Relationship("campaign-messages", Then("channel")).Is("email"), "…")))
            .Code.Should().Be(KlaviyoFindingCode.PredicateNotTranslatable);
}
