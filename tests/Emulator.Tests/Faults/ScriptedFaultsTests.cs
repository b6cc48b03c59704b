using System.Net;

namespace KlaviyoLinq.Emulator.Tests.Faults;

public sealed class ScriptedFaultsTests : IAsyncLifetime
{
    private KlaviyoEmulator _emulator = null!;
    private EmulatorClient _client = null!;

    public async Task InitializeAsync()
    {
        _emulator = await KlaviyoEmulator.StartAsync(o => o.Data = new DataSize { Profiles = 30, Events = 0 });
        _client = new EmulatorClient(_emulator);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task The_third_call_of_a_route_is_answered_with_503_and_a_time_to_wait()
    {
        EmulatorFault fault = _emulator.Faults.On("GET /api/profiles").Call(3).Respond(503, retryAfter: TimeSpan.FromSeconds(1.5));

        (await Statuses("/api/profiles", 4)).Should().Equal(200, 200, 503, 200);

        fault.Calls.Should().Be(4);
        fault.HitCount.Should().Be(1);
        _emulator.Requests.Select(r => r.Status).Should().Equal(200, 200, 503, 200);
    }

    [Fact]
    public async Task A_fault_answers_with_an_error_document_and_its_headers()
    {
        _emulator.Faults.On("/api/profiles").WithHeader("X-Trace", "t1").Respond(429, retryAfter: TimeSpan.FromSeconds(2));

        Answer answer = await _client.Get("/api/profiles");

        answer.Status.Should().Be(HttpStatusCode.TooManyRequests);
        answer.Headers["Retry-After"].Should().Be("2");
        answer.Headers["X-Trace"].Should().Be("t1");
        answer.Headers.Should().NotContainKey("RateLimit-Limit");
        answer.Error.GetProperty("code").GetString().Should().Be("throttled");
        answer.Detail.Should().Be("Request was throttled. Expected available in 2 seconds.");
        answer.Error.GetProperty("id").GetString().Should().Be(answer.Headers["X-Klaviyo-Req-Id"]);
    }

    [Fact]
    public async Task Calls_are_chosen_by_first_from_every_and_together()
    {
        EmulatorFaultRoute lists = _emulator.Faults.On("GET /api/lists");
        using (lists.First(2).Respond(500))
            (await Statuses("/api/lists", 4)).Should().Equal(500, 500, 200, 200);
        using (lists.From(3).Respond(502))
            (await Statuses("/api/lists", 4)).Should().Equal(200, 200, 502, 502);
        using (lists.Every(2).Respond(504))
            (await Statuses("/api/lists", 4)).Should().Equal(200, 504, 200, 504);
        using (lists.First(4).Every(2).Respond(504))
            (await Statuses("/api/lists", 6)).Should().Equal(200, 504, 200, 504, 200, 200);
        using (lists.Call(1, 4).Respond(504))
            (await Statuses("/api/lists", 5)).Should().Equal(504, 200, 200, 504, 200);
        (await Statuses("/api/lists", 2)).Should().Equal(200, 200);
    }

    [Fact]
    public async Task Only_requests_that_the_predicate_chooses_are_counted()
    {
        _emulator.Faults.On("GET /api/profiles").When(r => r.Parameter("page[cursor]") is not null).Call(1).Respond(500);

        Answer first = await _client.Get("/api/profiles?page%5Bsize%5D=10");
        string next = first.Body.GetProperty("links").GetProperty("next").GetString()!;

        first.Status.Should().Be(HttpStatusCode.OK);
        (await Statuses(next, 2)).Should().Equal(500, 200);
    }

    [Theory]
    [InlineData("GET /api/lists", "/api/lists", true)]
    [InlineData("get /api/lists", "/api/lists?sort=name", true)]
    [InlineData("/api/lists", "/api/lists/", true)]
    [InlineData("POST /api/lists", "/api/lists", false)]
    [InlineData("/api/lists", "/api/lists/Y6nRLr", false)]
    [InlineData("/api/lists/{id}", "/api/lists/Y6nRLr", true)]
    [InlineData("/api/lists/{id}", "/api/lists", false)]
    [InlineData("/api/lists/{id}/profiles", "/api/lists/Y6nRLr/tags", false)]
    [InlineData("/api/lists/*", "/api/lists/Y6nRLr/tags", true)]
    [InlineData("/api/catalog*", "/api/catalog-items", true)]
    [InlineData("*", "/api/metrics", true)]
    public async Task A_route_names_a_method_a_path_and_gaps(string route, string target, bool applies)
    {
        _emulator.Faults.On(route).Respond(503);

        (await Statuses(target, 1)).Should().Equal(applies ? 503 : 200);
    }

    [Theory]
    [InlineData("")]
    [InlineData("api/profiles")]
    [InlineData("GET  /api/profiles /api/lists")]
    [InlineData("/api/*/profiles")]
    [InlineData("/api/profiles?sort=email")]
    public void An_unknown_route_is_refused(string route) =>
        _emulator.Faults.Invoking(f => f.On(route)).Should().Throw<ArgumentException>().WithMessage($"'{route}' is not a route. *");

    [Fact]
    public async Task Of_several_faults_the_first_answer_counts_and_every_one_counts_its_calls()
    {
        EmulatorFault first = _emulator.Faults.OnAny().Call(2).Respond(500);
        EmulatorFault second = _emulator.Faults.On("/api/metrics").First(3).Respond(502);

        (await Statuses("/api/metrics", 4)).Should().Equal(502, 500, 502, 200);

        first.HitCount.Should().Be(1);
        second.HitCount.Should().Be(3);
        second.Calls.Should().Be(4);
    }

    [Fact]
    public async Task Faults_are_removed_one_by_one_or_all_together()
    {
        EmulatorFault one = _emulator.Faults.On("/api/metrics").Respond(500);
        EmulatorFault two = _emulator.Faults.On("/api/metrics").Respond(502);
        one.Remove().Should().BeTrue();
        one.Remove().Should().BeFalse();
        (await Statuses("/api/metrics", 1)).Should().Equal(502);
        _emulator.Faults.Clear();
        two.IsSet.Should().BeFalse();
        (await Statuses("/api/metrics", 1)).Should().Equal(200);
    }

    [Fact]
    public async Task A_page_of_html_comes_in_place_of_json()
    {
        _emulator.Faults.OnAny().Html(403, challenge: true);

        using HttpResponseMessage response = await _client.Http.GetAsync("/api/profiles");

        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        response.Headers.GetValues("cf-mitigated").Should().Equal("challenge");
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        (await response.Content.ReadAsStringAsync()).Should().StartWith("<!DOCTYPE html>");
    }

    [Fact]
    public async Task Any_bytes_can_be_the_body()
    {
        byte[] bytes = [0xFF, 0x00, 0xC3];
        _emulator.Faults.OnAny().Call(1).Body(bytes, contentType: null);
        _emulator.Faults.OnAny().Call(2).Body("{\"data\":[", status: 418);

        using HttpResponseMessage one = await _client.Http.GetAsync("/api/profiles");
        using HttpResponseMessage two = await _client.Http.GetAsync("/api/profiles");

        (await one.Content.ReadAsByteArrayAsync()).Should().Equal(bytes);
        one.Content.Headers.ContentType.Should().BeNull();
        ((int)two.StatusCode, await two.Content.ReadAsStringAsync()).Should().Be((418, "{\"data\":["));
    }

    [Fact]
    public async Task The_truth_can_be_rewritten()
    {
        string plain = await _client.Http.GetStringAsync("/api/profiles");
        _emulator.Faults.OnAny().Rewrite(text => text.Replace("\"profile\"", "\"Größe\""));

        (await _client.Http.GetStringAsync("/api/profiles")).Should().Be(plain.Replace("\"profile\"", "\"Größe\""));
    }

    [Fact]
    public async Task Headers_can_be_set_and_taken_away_from_the_truth()
    {
        _emulator.Faults.OnAny().WithHeader("RateLimit-Remaining", "0").WithHeader("RateLimit-Reset", null).Answer();

        Answer answer = await _client.Get("/api/profiles");

        answer.Headers["RateLimit-Remaining"].Should().Be("0");
        answer.Headers.Should().ContainKey("RateLimit-Limit").And.NotContainKey("RateLimit-Reset");
    }

    private async Task<List<int>> Statuses(string target, int times)
    {
        List<int> statuses = [];
        for (int i = 0; i < times; i++)
        {
            using HttpResponseMessage response = await _client.Http.GetAsync(target);
            statuses.Add((int)response.StatusCode);
        }
        return statuses;
    }
}
