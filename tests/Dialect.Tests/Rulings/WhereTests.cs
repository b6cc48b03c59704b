using KlaviyoLinq.Forms;
using static KlaviyoLinq.Dialect.Tests.Written;

namespace KlaviyoLinq.Dialect.Tests.Rulings;

public sealed class WhereTests
{
    private static readonly DateTimeOffset _since = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData(ComparisonKind.GreaterThan, "greater-than")]
    [InlineData(ComparisonKind.GreaterOrEqual, "greater-or-equal")]
    [InlineData(ComparisonKind.LessThan, "less-than")]
    [InlineData(ComparisonKind.LessOrEqual, "less-or-equal")]
    public void Each_order_comparison_becomes_its_operator(object kind, string name) =>
        Request("/api/events", Where(Attribute("datetime").Compare((ComparisonKind)kind, _since)))
            .Should().Be($"/api/events?filter={name}(datetime,2026-01-02T03:04:05Z)&page[size]=1000");

    [Fact]
    public void Equality_becomes_equals() =>
        Request("/api/profiles", Where(Attribute("email").Is("a@b.c"))).Should().Be("/api/profiles?filter=equals(email,\"a@b.c\")&page[size]=100");

    [Fact]
    public void Equality_becomes_any_where_the_field_lists_only_any() =>
        Request("/api/flows", Where(Id.Is("abc"))).Should().Be("/api/flows?filter=any(id,[\"abc\"])&page[size]=50");

    [Fact]
    public void A_value_on_the_left_turns_the_comparison_round() =>
        Request("/api/profiles", Where(new ComparisonTerm(ComparisonKind.LessThan, Value(_since), Attribute("created"), "…")))
            .Should().StartWith("/api/profiles?filter=greater-than(created,");

    [Fact]
    public void Conditions_are_joined_by_a_comma() =>
        Request("/api/profiles", Where(new AndTerm(Attribute("email").Is("a"), Attribute("external_id").Is("b"), "…")), Where(Id.Is("c")))
            .Should().Be("/api/profiles?filter=equals(email,\"a\"),equals(external_id,\"b\"),equals(id,\"c\")&page[size]=100");

    [Fact]
    public void A_flag_stands_for_its_truth_and_a_negated_flag_for_its_falsehood()
    {
        Request("/api/tag-groups", Where(Attribute("exclusive"))).Should().Contain("filter=equals(exclusive,true)");
        Request("/api/tag-groups", Where(new NotTerm(Attribute("exclusive"), "!x.exclusive"))).Should().Contain("filter=equals(exclusive,false)");
    }

    [Theory]
    [InlineData(StringMatchKind.Contains, "contains")]
    [InlineData(StringMatchKind.StartsWith, "starts-with")]
    [InlineData(StringMatchKind.EndsWith, "ends-with")]
    public void Each_string_test_becomes_its_operator(object kind, string name) =>
        Request("/api/tags", Where(Attribute("name").Match((StringMatchKind)kind, "x"))).Should().Be($"/api/tags?filter={name}(name,\"x\")&page[size]=50");

    [Fact]
    public void Searching_a_list_becomes_any_without_duplicates() =>
        Request("/api/profiles", Where(Id.In("a", "b", "a"))).Should().Contain("filter=any(id,[\"a\",\"b\"])");

    [Fact]
    public void A_list_of_one_becomes_equals_where_the_field_lists_it() =>
        Request("/api/profiles", Where(Id.In("a"))).Should().Contain("filter=equals(id,\"a\")");

    [Fact]
    public void An_empty_list_needs_no_request() =>
        Ruling("/api/profiles", Where(Id.In())).Request!.IsEmpty.Should().BeTrue();

    [Fact]
    public void An_empty_list_also_settles_an_endpoint_that_requires_a_filter() =>
        Ruling("/api/campaigns", Where(Id.In())).Request!.IsEmpty.Should().BeTrue();

    [Theory]
    [InlineData("/api/events", "metric", "metric_id")]
    [InlineData("/api/events", "profile", "profile_id")]
    [InlineData("/api/coupon-codes", "coupon", "coupon.id")]
    [InlineData("/api/push-tokens", "profile", "profile.id")]
    public void The_id_at_the_other_end_is_found_under_each_endpoints_own_name(string path, string relationship, string field)
    {
        Request(path, Where(RelationshipId(relationship).Is("a"))).Should().Contain($"filter=equals({field},\"a\")");
        Request(path, Where(Relationship(relationship, new PathSegment(SegmentKind.Id, "id", "Id")).Is("a"))).Should().Contain($"filter=equals({field},\"a\")");
    }

    [Fact]
    public void The_id_is_found_as_ids_in_the_catalog() =>
        Request("/api/catalog-items", Where(Id.In("a", "b"))).Should().Contain("filter=any(ids,[\"a\",\"b\"])");

    [Fact]
    public void An_element_of_a_relationship_is_found_under_the_endpoints_name() =>
        Request("/api/campaigns", Where(new AnyElementTerm(
            Relationship("campaign-messages").Path,
            Relationship("campaign-messages", new PathSegment(SegmentKind.FilterOnly, "messages.channel", "Channel")).Is("email"),
            "…"))).Should().Be("/api/campaigns?filter=equals(messages.channel,\"email\")&page[size]=100");

    [Fact]
    public void The_presence_of_a_relationship_becomes_has() =>
        Request("/api/events", Where(Relationship("profile").Compare(ComparisonKind.NotEqual, null))).Should().Contain("filter=has(profile)");

    [Fact]
    public void A_condition_known_to_be_true_vanishes_and_one_known_to_be_false_needs_no_request()
    {
        Request("/api/profiles", Where(Value(true))).Should().Be("/api/profiles?page[size]=100");
        Ruling("/api/profiles", Where(Value(false))).Request!.IsEmpty.Should().BeTrue();
    }
}
