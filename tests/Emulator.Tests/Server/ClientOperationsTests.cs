using System.Net;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Server;

public sealed class ClientOperationsTests : IClassFixture<SeededAccount>, IDisposable
{
    private const string Report = "/client/review-values-reports?company_id=X&timeframe=all_time&group_by=product_id&statistics=";

    private readonly KlaviyoEmulator _emulator;
    private readonly EmulatorClient _anybody;

    public ClientOperationsTests(SeededAccount account)
    {
        _emulator = account.Emulator;
        _anybody = new EmulatorClient(account.Emulator);
        _anybody.Http.DefaultRequestHeaders.Remove("Authorization");
    }

    public void Dispose() => _anybody.Dispose();

    [Theory]
    [InlineData("/client/reviews?company_id=EMUL8R")]
    [InlineData("/client/geofences?company_id=EMUL8R")]
    [InlineData(Report + "total_reviews,average_rating")]
    [InlineData("/client/ip-allowlists/integration-egress")]
    [InlineData("/client/ip-allowlists/integration-egress?company_id=EMUL8R")]
    public async Task No_key_is_required(string target) => (await _anybody.Get(target)).Status.Should().Be(HttpStatusCode.OK);

    [Fact]
    public async Task A_key_that_comes_along_is_ignored()
    {
        _anybody.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "nonsense");
        (await _anybody.Get("/client/reviews?company_id=EMUL8R")).Status.Should().Be(HttpStatusCode.OK);
        (await _anybody.Get("/api/reviews")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("/client/reviews", "company_id", "required")]
    [InlineData("/client/reviews?company_id=", "company_id", "required")]
    [InlineData("/client/geofences", "company_id", "required")]
    [InlineData("/client/review-values-reports?company_id=X&group_by=product_id&statistics=total_reviews", "timeframe", "required")]
    [InlineData("/client/review-values-reports?company_id=X&timeframe=all_time&statistics=total_reviews", "group_by", "required")]
    [InlineData("/client/review-values-reports?company_id=X&timeframe=all_time&group_by=product_id", "statistics", "required")]
    [InlineData(
        "/client/review-values-reports?company_id=X&timeframe=last_7_days&group_by=product_id&statistics=total_reviews", "timeframe",
        "'last_7_days' is not a valid choice for 'timeframe'.")]
    [InlineData(Report + "total_reviews,count", "statistics", "'count' is not a valid choice for 'statistics'.")]
    public async Task Missing_or_unknown_values_are_a_400(string target, string parameter, string reported)
    {
        Answer answer = await _anybody.Get(target);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Error.GetProperty("source").GetProperty("parameter").GetString().Should().Be(parameter);
        answer.Detail.Should().Contain(reported);
    }

    [Fact]
    public async Task Geofences_come_nearest_first()
    {
        (await Near("and(equals(lat,10.5),equals(lng,20))")).Status.Should().Be(HttpStatusCode.OK);
        JsonElement[] rows = [.. (await Near("equals(lng,20),equals(lat,10.5)")).Body.GetProperty("data").EnumerateArray()];

        rows.Select(row => row.GetProperty("id").GetString()).Should().Equal(
            _emulator.Resources("geofence")
                .OrderBy(json => Chord(json.GetProperty("attributes"), 10.5, 20)).Select(json => json.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("equals(lat,1)")]
    [InlineData("and(equals(lat,1),equals(lat,2))")]
    [InlineData("and(equals(lat,1),equals(lng,2),equals(lng,3))")]
    [InlineData("and(equals(lat,91),equals(lng,2))")]
    [InlineData("and(equals(lat,\"1\"),equals(lng,2))")]
    [InlineData("and(equals(lat,[1]),equals(lng,2))")]
    [InlineData("and(greater-than(lat,1),equals(lng,2))")]
    [InlineData("and(equals(lat,1),equals(lng,2)")]
    [InlineData("and(equals(lat,1),equals(radius,2))")]
    [InlineData("and(equals(lat,1),and(equals(lng,2)))")]
    [InlineData("nearby")]
    public async Task A_place_that_cannot_be_read_is_a_400_that_names_the_header(string header)
    {
        Answer answer = await Near(header);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Error.GetProperty("source").GetProperty("parameter").GetString().Should().Be("X-Klaviyo-API-Filters");
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_place()
    {
        JsonElement page = (await Near("and(equals(lat,1),equals(lng,2))", "&page[size]=2")).Body;
        string next = page.GetProperty("links").GetProperty("next").GetString()!;

        (await Get(next, "and(equals(lat,1),equals(lng,2))")).Status.Should().Be(HttpStatusCode.OK);
        (await Get(next, "and(equals(lat,1),equals(lng,3))")).Status.Should().Be(HttpStatusCode.BadRequest);
        (await _anybody.Get(next)).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_header_means_nothing_to_other_operations() =>
        (await Get("/client/reviews?company_id=EMUL8R", "nearby")).Status.Should().Be(HttpStatusCode.OK);

    [Fact]
    public void Places_are_on_earth() =>
        _emulator.Resources("geofence").Select(json => json.GetProperty("attributes")).Should().HaveCountGreaterThan(2).And.OnlyContain(
            a => Math.Abs(a.GetProperty("latitude").GetDouble()) <= 90 && Math.Abs(a.GetProperty("longitude").GetDouble()) <= 180);

    private Task<Answer> Near(string header, string more = "") => Get("/client/geofences?company_id=EMUL8R" + more, header);

    private async Task<Answer> Get(string target, string header)
    {
        _anybody.Http.DefaultRequestHeaders.Remove("X-Klaviyo-API-Filters");
        _anybody.Http.DefaultRequestHeaders.TryAddWithoutValidation("X-Klaviyo-API-Filters", header);
        Answer answer = await _anybody.Get(target);
        _anybody.Http.DefaultRequestHeaders.Remove("X-Klaviyo-API-Filters");
        return answer;
    }

    // The straight line through the earth is longer where the way around it is.
    private static double Chord(JsonElement attributes, double latitude, double longitude)
    {
        (double X, double Y, double Z) here = Point(latitude, longitude);
        (double X, double Y, double Z) there = Point(attributes.GetProperty("latitude").GetDouble(), attributes.GetProperty("longitude").GetDouble());
        return Math.Pow(here.X - there.X, 2) + Math.Pow(here.Y - there.Y, 2) + Math.Pow(here.Z - there.Z, 2);
    }

    private static (double X, double Y, double Z) Point(double latitude, double longitude)
    {
        (double phi, double lambda) = (double.DegreesToRadians(latitude), double.DegreesToRadians(longitude));
        return (Math.Cos(phi) * Math.Cos(lambda), Math.Cos(phi) * Math.Sin(lambda), Math.Sin(phi));
    }
}
