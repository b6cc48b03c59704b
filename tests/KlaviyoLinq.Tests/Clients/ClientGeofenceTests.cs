using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Clients;

public sealed class ClientGeofenceTests(EmulatedAccount account) : ClientQueryTests(account)
{
    private const string Path = "/client/geofences?company_id=EMUL8R";

    private IEnumerable<Geofence> Geofences => Data.Of<Geofence>();

    [Fact]
    public async Task All_geofences_are_requested_without_a_header()
    {
        await Answers(Client.Geofences, $"{Path}&page[size]=100", Geofences);
        Emulator.Requests.Single().Headers.Should().NotContainKey("X-Klaviyo-API-Filters");
    }

    [Theory]
    [InlineData(40.7128, -74.006, "and(equals(lat,40.7128),equals(lng,-74.006))")]
    [InlineData(-33.8688, 151.2093, "and(equals(lat,-33.8688),equals(lng,151.2093))")]
    [InlineData(0.00000125, 180, "and(equals(lat,0.00000125),equals(lng,180))")]
    public async Task The_nearest_come_first_and_the_place_travels_in_a_header(double latitude, double longitude, string header)
    {
        var query = Client.Geofences.OrderByDistance(latitude, longitude);

        await AnswersInOrder(query, $"{Path}&page[size]=100", Geofences.OrderBy(g => Distance(g, latitude, longitude)));
        Emulator.Requests.Single().Headers["X-Klaviyo-API-Filters"].Should().Be(header);
        query.Explain().Headers.Single().Should().Be(KeyValuePair.Create("X-Klaviyo-API-Filters", header));
        query.Explain().ToString().Should().Contain("header X-Klaviyo-API-Filters: " + header);
    }

    [Fact]
    public async Task Every_page_carries_the_place()
    {
        await AnswersInOrder(
            Client.Geofences.OrderByDistance(48.2, 16.4).Select(g => new { g.Id, g.Radius }).PageSize(3),
            $"{Path}&fields[geofence]=radius&page[size]=3",
            Geofences.OrderBy(g => Distance(g, 48.2, 16.4)).Select(g => new { g.Id, g.Radius }));

        Emulator.Requests.Should().HaveCountGreaterThan(1)
            .And.OnlyContain(request => request.Headers["X-Klaviyo-API-Filters"] == "and(equals(lat,48.2),equals(lng,16.4))");
    }

    [Theory]
    [InlineData(90.5, 0, "latitude")]
    [InlineData(-91, 0, "latitude")]
    [InlineData(double.NaN, 0, "latitude")]
    [InlineData(0, double.PositiveInfinity, "longitude")]
    [InlineData(0, 180.01, "longitude")]
    public async Task A_place_that_is_not_on_earth_is_refused(double latitude, double longitude, string fragment)
    {
        KlaviyoFinding finding = (await Refuses(Client.Geofences.OrderByDistance(latitude, longitude), KlaviyoFindingCode.ParameterValueInvalid)).Single();

        finding.Fragment.Should().Be(fragment);
        finding.Site.File.Should().EndWith("ClientGeofenceTests.cs");
    }

    [Fact]
    public async Task Geofences_take_no_filter_and_no_other_order()
    {
        await Refuses(Client.Geofences.Where(g => g.Latitude > 3), KlaviyoFindingCode.FieldNotFilterable);
        await Refuses(Client.Geofences.OrderBy(g => g.Radius), KlaviyoFindingCode.FieldNotSortable);
        await Refuses(Client.Geofences.OrderByDistance(1, 2).ThenBy(g => g.Radius), KlaviyoFindingCode.SecondSortKey);
        await Refuses(Client.Geofences.OrderByDistance(1, 2).OrderBy(g => KlaviyoLinq.Klaviyo.Field<int>(g, "radius")), KlaviyoFindingCode.SecondSortKey);
    }

    // The emulator uses the haversine; this is the spherical law of cosines.
    private static double Distance(Geofence geofence, double latitude, double longitude)
    {
        double here = double.DegreesToRadians(latitude);
        double there = double.DegreesToRadians(geofence.Latitude);
        return Math.Acos(
            Math.Sin(here) * Math.Sin(there) + Math.Cos(here) * Math.Cos(there) * Math.Cos(double.DegreesToRadians(geofence.Longitude - longitude)));
    }
}
