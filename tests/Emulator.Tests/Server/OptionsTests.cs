using System.IO.Compression;
using System.Net;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Server;

public sealed class OptionsTests
{
    [Fact]
    public async Task Only_the_given_keys_are_accepted()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(o => (o.Data, o.ApiKeys) = (DataSize.Empty, ["pk_mine"]));
        using EmulatorClient stranger = new(emulator);
        using EmulatorClient owner = new(emulator);
        owner.Http.DefaultRequestHeaders.Remove("Authorization");
        owner.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Klaviyo-API-Key pk_mine");

        (await stranger.Get("/api/profiles")).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await owner.Get("/api/profiles")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Requests_are_remembered_as_they_came_and_no_more_than_allowed()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(o => (o.Data, o.RequestLogCapacity) = (DataSize.Empty, 2));
        using EmulatorClient client = new(emulator);

        await client.Get("/api/lists");
        await client.Get("/api/metrics");
        await client.Get("/api/profiles?page%5Bsize%5D=2&filter=equals(email,%22a+b%2Bc%22)");

        emulator.Requests.Should().HaveCount(2);
        ReceivedRequest last = emulator.Requests[^1];
        last.Method.Should().Be("GET");
        last.Path.Should().Be("/api/profiles");
        last.Query.Should().Be("page%5Bsize%5D=2&filter=equals(email,%22a+b%2Bc%22)");
        last.Parameters.Should().Equal(KeyValuePair.Create("page[size]", "2"), KeyValuePair.Create("filter", "equals(email,\"a b+c\")"));
        last.Parameter("page[size]").Should().Be("2");
        last.Parameter("sort").Should().BeNull();
        last.Headers["REVISION"].Should().Be("2026-07-15");
        last.ToString().Should().NotContain("pk_");
        emulator.ClearRequests();
        emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Answers_are_held_back_by_the_clock_that_is_given()
    {
        HeldClock clock = new();
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(
            o => (o.Data, o.Latency, o.TimeProvider) = (DataSize.Empty, TimeSpan.FromHours(1), clock));
        using EmulatorClient client = new(emulator);

        Task<Answer> answer = client.Get("/api/profiles");
        await clock.Waiting.InTimeAsync();
        answer.IsCompleted.Should().BeFalse();
        clock.Release();

        (await answer).Status.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(true, "br", "br")]
    [InlineData(true, "gzip, deflate", "gzip")]
    [InlineData(true, "identity", null)]
    [InlineData(false, "br, gzip", null)]
    public async Task Answers_are_compressed_when_allowed_and_accepted(bool allowed, string accepted, string? coding)
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(
            o => (o.Data, o.Compression) = (new DataSize { Profiles = 50, Events = 0 }, allowed));
        using HttpClient http = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = emulator.BaseAddress };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Klaviyo-API-Key pk_0123456789abcdef");
        http.DefaultRequestHeaders.Add("revision", "2026-07-15");
        http.DefaultRequestHeaders.Add("Accept-Encoding", accepted);

        using HttpResponseMessage response = await http.GetAsync("api/profiles");
        await using Stream body = await response.Content.ReadAsStreamAsync();
        await using Stream plain =
            coding switch { "br" => new BrotliStream(body, CompressionMode.Decompress), "gzip" => new GZipStream(body, CompressionMode.Decompress), _ => body };

        response.Content.Headers.ContentEncoding.SingleOrDefault().Should().Be(coding);
        (await JsonDocument.ParseAsync(plain)).RootElement.GetProperty("data").GetArrayLength().Should().Be(20);
    }

    [Fact]
    public async Task Two_emulators_know_nothing_of_each_other()
    {
        await using KlaviyoEmulator one = await KlaviyoEmulator.StartAsync(o => o.Data = DataSize.Empty);
        await using KlaviyoEmulator two = await KlaviyoEmulator.StartAsync(o => o.Data = DataSize.Empty);
        one.Add("""{"type":"metric","id":"M1","attributes":{}}""");

        one.BaseAddress.Should().NotBe(two.BaseAddress);
        one.Count("metric").Should().Be(1);
        two.Count("metric").Should().Be(0);
    }

    [Theory]
    [InlineData("""{"type":"shoe","id":"1"}""", "The catalogue has no resource type 'shoe'.")]
    [InlineData("""{"type":"metric","id":"1","relationships":{"shoes":{"data":[]}}}""", "A metric has no relationship 'shoes'.")]
    [InlineData("""{"type":"metric","id":"1","hidden":{"shoes":1}}""", "'shoes' does not belong in the hidden of a metric.")]
    public async Task Resources_that_do_not_fit_the_catalogue_are_not_added(string json, string message)
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(o => o.Data = DataSize.Empty);

        emulator.Invoking(e => e.Add(json)).Should().Throw<ArgumentException>().WithMessage(message);
        emulator.Count("metric").Should().Be(0);
    }
}
