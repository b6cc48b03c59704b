using System.Net;
using System.Net.Http.Headers;

namespace KlaviyoLinq.Emulator.Tests.Writing;

/// <summary>Rules of requests that write which the live API enforces without documenting them.</summary>
public sealed class LiveWriteRulesTests : WriteTests
{
    private const string Webhook =
        """
        {"data":{"type":"webhook","attributes":{"name":"Orders","endpoint_url":"https://example.com/hook","secret_key":"a secret of our own"},
         "relationships":{"webhook-topics":{"data":[]}}}}
        """;

    private const string ObjectType = """{"data":{"type":"object-type","attributes":{"title":"Order"}}}""";

    private protected override Strictness Strictness => Strictness.Live;

    [Theory]
    [InlineData("/api/webhooks", Webhook, "permission_denied", "You must have Advanced KDP enabled")]
    [InlineData("/api/object-types", ObjectType, "forbidden", "Entitlement to create object type not found.")]
    public async Task A_private_key_lacks_entitlements_that_a_token_has(string path, string body, string code, string detail)
    {
        Answer refused = await Client.Send("POST", path, body);
        Answer read = await Client.Get(path);
        Client.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token");
        Answer created = await Client.Send("POST", path, body);

        refused.Status.Should().Be(HttpStatusCode.Forbidden);
        (refused.Error.GetProperty("code").GetString(), refused.Detail).Should().Be((code, detail));
        read.Status.Should().Be(HttpStatusCode.OK);
        created.Status.Should().Be(HttpStatusCode.Created, "{0}", created.Body);
    }

    [Fact]
    public async Task A_mapped_metric_is_updated_twice_a_day()
    {
        Emulator.Seed(
            """
            [{"type":"mapped-metric","id":"revenue","attributes":{}},{"type":"mapped-metric","id":"viewed_product","attributes":{}},
             {"type":"metric","id":"M","attributes":{"name":"Placed Order"}}]
            """);
        string body = """{"data":{"type":"mapped-metric","id":"ID","relationships":{"metric":{"data":{"type":"metric","id":"M"}}}}}""";
        Task<Answer> Update(string id = "revenue") => Client.Send("PATCH", "/api/mapped-metrics/" + id, body.Replace("ID", id));

        Answer[] answers = [await Update(), await Update(), await Update(), await Update("viewed_product")];
        Clock.Advance(TimeSpan.FromDays(1));

        answers.Select(answer => answer.Status).Should().Equal(HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.OK);
        answers[2].Detail.Should().Contain("has reached the daily limit of updates (2)");
        (await Update()).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_name_of_a_web_feed_has_letters_digits_and_underscores()
    {
        Emulator.Add("""{"type":"web-feed","id":"W","attributes":{"name":"Blog"}}""");

        await IsRefused("POST", "/api/web-feeds", Feed("Our blog"), HttpStatusCode.BadRequest, "/data/attributes/name");
        await IsRefused(
            "PATCH", "/api/web-feeds/W", """{"data":{"type":"web-feed","id":"W","attributes":{"name":"a-b"}}}""", HttpStatusCode.BadRequest,
            "/data/attributes/name");
        await Sends("POST", "/api/web-feeds", Feed("Our_blog_2"), HttpStatusCode.Created);
    }

    [Theory]
    [InlineData(1, HttpStatusCode.BadRequest)]
    [InlineData(2, HttpStatusCode.Created)]
    public async Task A_form_has_two_steps_at_least(int steps, HttpStatusCode status)
    {
        string step = """{"columns":[]}""";

        Answer answer = await Client.Send(
            "POST", "/api/forms",
            """{"data":{"type":"form","attributes":{"name":"Popup","status":"draft","ab_test":false,"definition":{"versions":[{"steps":[STEPS]}]}}}}"""
                .Replace("STEPS", string.Join(',', Enumerable.Repeat(step, steps))));

        answer.Status.Should().Be(status, "{0}", answer.Body);
        if (status == HttpStatusCode.BadRequest)
            answer.Error.GetProperty("source").GetProperty("pointer").GetString().Should().Be("/data/attributes/definition/versions/0/steps");
    }

    [Fact]
    public async Task The_tracking_parameters_of_a_campaign_include_utm_source_and_utm_medium()
    {
        string place = "/data/attributes/tracking_options/custom_tracking_params";

        (await IsRefused("POST", "/api/campaigns", Campaign("utm_source"), HttpStatusCode.BadRequest, place)).Should().Contain("utm_medium");
        Answer created = await Sends("POST", "/api/campaigns", Campaign("utm_source", "utm_medium"), HttpStatusCode.Created);
        await IsRefused(
            "PATCH", "/api/campaigns/" + Id(created),
            $$$$"""{"data":{"type":"campaign","id":"{{{{Id(created)}}}}","attributes":{"tracking_options":{{{{Tracking("utm_medium")}}}}}}}""",
            HttpStatusCode.BadRequest, place);
    }

    [Fact]
    public async Task Copies_and_renderings_of_templates_are_answered_with_200()
    {
        Emulator.Add("""{"type":"template","id":"T","attributes":{"name":"N","html":"<p>{{ a }}</p>"}}""");

        await Sends("POST", "/api/template-clone", """{"data":{"type":"template","id":"T","attributes":{}}}""", HttpStatusCode.OK);
        await Sends("POST", "/api/template-render", """{"data":{"type":"template","id":"T","attributes":{"context":{}}}}""", HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_job_of_an_estimation_is_not_found_at_first()
    {
        Emulator.Add("""{"type":"campaign","id":"C","attributes":{"name":"Autumn","status":"Draft"}}""");
        string job = "/api/campaign-recipient-estimation-jobs/C";

        await Sends(
            "POST", "/api/campaign-recipient-estimation-jobs", """{"data":{"type":"campaign-recipient-estimation-job","id":"C"}}""", HttpStatusCode.Accepted);
        Answer atOnce = await Client.Get(job);
        Clock.Advance(ProcessingTime / 2);

        atOnce.Status.Should().Be(HttpStatusCode.NotFound);
        (await Read(job)).GetProperty("status").GetString().Should().Be("processing");
    }

    private static string Feed(string name) =>
        $$$$"""
        {"data":{"type":"web-feed","attributes":{"name":"{{{{name}}}}","url":"https://example.com/feed","request_method":"get","content_type":"json"}}}
        """;

    private static string Tracking(params string[] names) =>
        "{\"custom_tracking_params\":[" + string.Join(',', names.Select(name => $$"""{"type":"static","value":"x","name":"{{name}}"}""")) + "]}";

    private static string Campaign(params string[] names) =>
        """
        {"data":{"type":"campaign","attributes":{"name":"Autumn","audiences":{"included":["L"]},"tracking_options":TRACKING,
         "campaign-messages":{"data":[{"type":"campaign-message","attributes":{"definition":{"channel":"email","label":"A"}}}]}}}}
        """.Replace("TRACKING", Tracking(names));
}
