using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Rulings;
using KlaviyoLinq.Wire;
using static KlaviyoLinq.Dialect.Tests.Written;

namespace KlaviyoLinq.Dialect.Tests.Rulings;

public sealed class ParameterTests
{
    private const string Reports = "/client/review-values-reports";
    private const string Geofences = "/client/geofences";

    [Fact]
    public void Parameters_stand_before_the_filter_in_the_order_written() =>
        Request(
            Reports, For(("timeframe", "all_time"), ("group_by", "product_id"), ("statistics", new[] { "total_reviews", "average_rating" })),
            Where(FilterOnly("product_external_ids").Is("p")))
            .Should().Be("/client/review-values-reports?timeframe=all_time&group_by=product_id&statistics=total_reviews,average_rating&filter=equals(product_external_ids,\"p\")&page[size]=100");

    [Fact]
    public void The_company_comes_first_and_only_where_it_is_taken()
    {
        RequestOf(Ruled(Geofences)).Should().Be("/client/geofences?company_id=ABC123&page[size]=100");
        RequestOf(Ruled("/api/tags")).Should().NotContain("company_id");
    }

    [Fact]
    public void A_company_that_is_not_known_yet_is_not_a_finding() => Request(Geofences).Should().Be("/client/geofences?page[size]=100");

    [Fact]
    public void Every_missing_parameter_is_named_once() =>
        Refusal(Reports, For(("timeframe", "all_time"))).Reason.Should().EndWith("requires group_by, statistics.");

    [Fact]
    public void A_missing_parameter_has_a_code_of_its_own() => Refusal(Reports).Code.Should().Be(KlaviyoFindingCode.RequiredParameterMissing);

    [Fact]
    public void A_parameter_given_twice_is_refused_rather_than_replaced() =>
        Refusal(Reports, Complete(), For(("timeframe", "last_30_days"))).Code.Should().Be(KlaviyoFindingCode.ParameterValueInvalid);

    [Fact]
    public void Parameters_of_another_endpoint_are_refused()
    {
        Refusal("/api/tags", For(("timeframe", "all_time"))).Code.Should().Be(KlaviyoFindingCode.OperatorNotTranslatable);
        Refusal("/api/tags", Distance(1d, 2d)).Code.Should().Be(KlaviyoFindingCode.OperatorNotTranslatable);
    }

    [Fact]
    public void Values_that_are_not_known_yet_are_no_findings()
    {
        ValueTerm later = new(null, false, "later");
        ParametersStage stage = new([new("timeframe", later), new("group_by", later), new("statistics", later)], new Site("For", "…", KlaviyoCallSite.Unknown));
        Ruling(Reports, stage).Findings.Should().BeEmpty();
        Ruling(Geofences, new DistanceStage(later, later, stage.Site)).Findings.Should().BeEmpty();
    }

    [Fact]
    public void A_place_becomes_a_header_and_no_part_of_the_address()
    {
        KlaviyoRequest request = Ruled(Geofences, Distance(-90d, 179.9999999)).Request!;

        RequestWriter.Write(request).Should().Be("/client/geofences?company_id=ABC123&page%5Bsize%5D=100");
        RequestWriter.Headers(request).Single().Should().Be(KeyValuePair.Create("X-Klaviyo-API-Filters", "and(equals(lat,-90),equals(lng,179.9999999))"));
    }

    [Fact]
    public void Two_places_and_an_order_beside_the_distance_are_refused()
    {
        Refusal(Geofences, Distance(1d, 2d), Distance(1d, 2d)).Code.Should().Be(KlaviyoFindingCode.SecondSortKey);
        Refusal(Geofences, Distance(1d, 2d), OrderBy(Attribute("radius"))).Code.Should().Be(KlaviyoFindingCode.SecondSortKey);
    }

    [Fact]
    public void Both_coordinates_are_checked_at_once() =>
        Ruling(Geofences, Distance(double.NaN, 181d)).Findings.Select(finding => finding.Code)
            .Should().Equal(KlaviyoFindingCode.ParameterValueInvalid, KlaviyoFindingCode.ParameterValueInvalid);

    [Fact]
    public void A_client_query_by_id_never_becomes_a_private_operation()
    {
        Request("/client/reviews", Where(Id.Is("R1"))).Should().Be("/client/reviews?filter=equals(id,\"R1\")&page[size]=100");
        Refusal("/client/reviews", Where(Id.Is("R1")), Include(Relationship("events"))).Code.Should().Be(KlaviyoFindingCode.RelationshipNotIncludable);
    }

    private static Ruling Ruled(string path, params Stage[] stages) =>
        Judge.Rule(new QueryForm(path, stages, TerminalKind.Sequence) { CompanyId = "ABC123" }, KlaviyoCatalogue.Newest);

    private static ParametersStage Complete() => For(("timeframe", "all_time"), ("group_by", "product_id"), ("statistics", new[] { "total_reviews" }));

    private static ParametersStage For(params (string Name, object? Value)[] parameters) =>
        new([.. parameters.Select(parameter => new ParameterTerm(parameter.Name, Value(parameter.Value)))], new Site("For", "…", KlaviyoCallSite.Unknown));

    private static DistanceStage Distance(object latitude, object longitude) =>
        new(Value(latitude), Value(longitude), new Site("OrderByDistance", "…", KlaviyoCallSite.Unknown));
}
