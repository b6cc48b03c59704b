using System.Net;

namespace KlaviyoLinq.Emulator.Tests.Writing;

public sealed class BodyTests(SeededAccount account) : IClassFixture<SeededAccount>
{
    private readonly EmulatorClient _client = account.Client;

    [Theory]
    [InlineData("POST", "/api/lists", """{"data":{"type":"list","attributes":{}}}""", "/data/attributes/name")]
    [InlineData("POST", "/api/lists", """{"data":{"type":"list"}}""", "/data/attributes/name")]
    [InlineData("POST", "/api/lists", """{"data":{"type":"list","attributes":{"name":null}}}""", "/data/attributes/name")]
    [InlineData("POST", "/api/lists", """{"data":{"type":"list","attributes":{"name":7}}}""", "/data/attributes/name")]
    [InlineData("POST", "/api/lists", """{"data":{"type":"list","attributes":{"name":"N","created":"2026-01-01T00:00:00Z"}}}""", "/data/attributes/created")]
    [InlineData("POST", "/api/lists", """{"data":{"type":"list","attributes":{"name":"N","opt_in_process":"maybe"}}}""", "/data/attributes/opt_in_process")]
    [InlineData("POST", "/api/lists", """{"data":{"type":"segment","attributes":{"name":"N"}}}""", "/data/type")]
    [InlineData("POST", "/api/lists", """{"data":{"type":"list","id":"X","attributes":{"name":"N"}}}""", "/data/id")]
    [InlineData("POST", "/api/lists", """{"data":{"type":"list","attributes":{"name":"N"},"meta":{}}}""", "/data/meta")]
    [InlineData("POST", "/api/lists", """{"data":{"type":"list","attributes":{"name":"N"}},"meta":{}}""", "/meta")]
    [InlineData("POST", "/api/lists", """{"data":[]}""", "/data")]
    [InlineData("POST", "/api/lists", """{"name":"N"}""", "/data")]
    [InlineData("POST", "/api/lists", """{"data":""", "/data")]
    [InlineData("POST", "/api/lists", """{"data":{"type":"list","attributes":{"name":"N","name":"M"}}}""", "/data")]
    [InlineData("POST", "/api/profiles", """{"data":{"type":"profile","attributes":{"location":{"city":7}}}}""", "/data/attributes/location/city")]
    [InlineData("PATCH", "/api/profiles/P1", """{"data":{"type":"profile","attributes":{}}}""", "/data/id")]
    [InlineData("PATCH", "/api/profiles/P1", """{"data":{"type":"profile","id":"P2","attributes":{}}}""", "/data/id")]
    [InlineData("POST", "/api/coupon-codes", """{"data":{"type":"coupon-code","attributes":{"unique_code":"A"}}}""", "/data/relationships/coupon")]
    [InlineData("POST", "/api/lists/Y6nRLr/relationships/profiles", """{"data":[{"type":"profile"}]}""", "/data/0/id")]
    [InlineData("POST", "/api/lists/Y6nRLr/relationships/profiles", """{"data":{"type":"profile","id":"P"}}""", "/data")]
    [InlineData("DELETE", "/api/lists/Y6nRLr", """{"data":{}}""", "/data")]
    public async Task A_body_that_the_operation_does_not_take_is_refused_with_the_place_of_its_fault(string method, string path, string body, string pointer)
    {
        int lists = account.Emulator.Count("list");

        Answer answer = await _client.Send(method, path, body);

        answer.Status.Should().Be(HttpStatusCode.BadRequest, "{0}", answer.Body);
        answer.Error.GetProperty("code").GetString().Should().Be("invalid");
        answer.Error.GetProperty("source").GetProperty("pointer").GetString().Should().Be(pointer);
        account.Emulator.Count("list").Should().Be(lists);
    }

    [Fact]
    public async Task A_body_of_another_media_type_is_refused()
    {
        Answer answer = await _client.Send("POST", "/api/lists", """{"data":{"type":"list","attributes":{"name":"N"}}}""", "text/plain");

        answer.Status.Should().Be(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_created_list_is_answered_read_changed_and_deleted()
    {
        Answer created = await _client.Send("POST", "/api/lists", """{"data":{"type":"list","attributes":{"name":"Friends"}}}""");

        created.Status.Should().Be(HttpStatusCode.Created, "{0}", created.Body);
        string id = created.Body.GetProperty("data").GetProperty("id").GetString()!;
        id.Should().MatchRegex("^[0-9A-Za-z]{6}$");
        created.Body.GetProperty("data").GetProperty("attributes").GetProperty("name").GetString().Should().Be("Friends");
        (await _client.Get("/api/lists/" + id)).Body.GetProperty("data").GetProperty("attributes").GetProperty("name").GetString().Should().Be("Friends");

        Answer changed = await _client.Send("PATCH", "/api/lists/" + id, List(id, "Foes"));
        changed.Status.Should().Be(HttpStatusCode.OK, "{0}", changed.Body);
        (await _client.Get("/api/lists/" + id)).Body.GetProperty("data").GetProperty("attributes").GetProperty("name").GetString().Should().Be("Foes");

        (await _client.Send("DELETE", "/api/lists/" + id)).Status.Should().Be(HttpStatusCode.NoContent);
        (await _client.Get("/api/lists/" + id)).Status.Should().Be(HttpStatusCode.NotFound);
        (await _client.Send("DELETE", "/api/lists/" + id)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    private static string List(string id, string name) =>
        "{\"data\":{\"type\":\"list\",\"id\":\"" + id + "\",\"attributes\":{\"name\":\"" + name + "\"}}}";
}
