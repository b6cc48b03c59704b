using System.Net;

namespace KlaviyoLinq.Emulator.Tests.Writing;

/// <summary>An estimation counts the profiles of the audiences when its job ends.</summary>
public sealed class RecipientEstimationTests : WriteTests
{
    private const string Jobs = "/api/campaign-recipient-estimation-jobs";
    private const string Body = """{"data":{"type":"campaign-recipient-estimation-job","id":"C"}}""";

    [Fact]
    public async Task Members_of_several_audiences_count_once_and_excluded_ones_do_not_count()
    {
        Add("""{"included":["L","S","missing"],"excluded":["X"]}""");

        await Sends("POST", Jobs, Body, HttpStatusCode.Accepted);
        string queued = await Status();
        Answer early = await Client.Get("/api/campaign-recipient-estimations/C");
        Clock.Advance(ProcessingTime / 2);
        string processing = await Status();
        Clock.Advance(ProcessingTime / 2);

        (queued, processing, await Status()).Should().Be(("queued", "processing", "complete"));
        early.Status.Should().Be(HttpStatusCode.NotFound);
        // The list has 1, 2 and 3, the segment 3 and 4; 1 is excluded.
        (await Count()).Should().Be(3);
    }

    [Fact]
    public async Task A_second_estimation_counts_again()
    {
        Add("""{"included":["L"],"excluded":[]}""");
        await Finish();
        int before = await Count();

        await Sends("POST", "/api/lists/L/relationships/profiles", """{"data":[{"type":"profile","id":"4"}]}""", HttpStatusCode.NoContent);
        await Finish();

        (before, await Count()).Should().Be((3, 4));
        Emulator.Count("campaign-recipient-estimation-job").Should().Be(1);
    }

    [Fact]
    public async Task A_campaign_that_does_not_exist_is_not_estimated() =>
        await IsRefused("POST", Jobs, Body, HttpStatusCode.NotFound, "/data/id");

    [Fact]
    public async Task A_campaign_that_is_deleted_meanwhile_has_no_estimation()
    {
        Add("""{"included":["L"],"excluded":[]}""");
        await Sends("POST", Jobs, Body, HttpStatusCode.Accepted);

        await Client.Send("DELETE", "/api/campaigns/C");
        Clock.Advance(ProcessingTime);
        await Client.Get(Jobs + "/C");

        (Emulator.Count("campaign-recipient-estimation"), Emulator.Count("campaign-recipient-estimation-job")).Should().Be((0, 0));
    }

    private void Add(string audiences) => Emulator.Seed(
        """
        [{"type":"campaign","id":"C","attributes":{"name":"Autumn","status":"Draft","audiences":AUDIENCES}},
         {"type":"list","id":"L","attributes":{"name":"L"},"relationships":{"profiles":{"data":[LIST]}}},
         {"type":"segment","id":"S","attributes":{"name":"S"},"relationships":{"profiles":{"data":[SEGMENT]}}},
         {"type":"list","id":"X","attributes":{"name":"X"},"relationships":{"profiles":{"data":[EXCLUDED]}}},
         {"type":"profile","id":"1","attributes":{}},{"type":"profile","id":"2","attributes":{}},{"type":"profile","id":"3","attributes":{}},
         {"type":"profile","id":"4","attributes":{}}]
        """.Replace("AUDIENCES", audiences).Replace("LIST", Profiles("1", "2", "3")).Replace("SEGMENT", Profiles("3", "4")).Replace("EXCLUDED", Profiles("1")));

    private static string Profiles(params string[] ids) => string.Join(',', ids.Select(id => $$"""{"type":"profile","id":"{{id}}"}"""));

    private async Task Finish()
    {
        await Sends("POST", Jobs, Body, HttpStatusCode.Accepted);
        Clock.Advance(ProcessingTime);
    }

    private async Task<string> Status() => (await Read(Jobs + "/C")).GetProperty("status").GetString()!;

    private async Task<int> Count() => (await Read("/api/campaign-recipient-estimations/C")).GetProperty("estimated_recipient_count").GetInt32();
}
