using System.Net;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Seeding;

[Trait("Category", "Culture")]
public sealed class SeedingByHandTests : IAsyncLifetime
{
    private const string Document = """
        {"data":[{"type":"event","id":"E1","attributes":{"timestamp":1,"event_properties":{"a":1},"datetime":"2026-01-01T00:00:00+00:00","uuid":"u"},
          "relationships":{"profile":{"data":{"type":"profile","id":"P1"},"links":{"self":"x"}},"metric":{"data":{"type":"metric","id":"M1"}}},"links":{"self":"y"}}],
         "included":[{"type":"metric","id":"M1","attributes":{"name":"Placed Order"}}],"links":{"self":"z","next":null}}
        """;

    private KlaviyoEmulator _emulator = null!;
    private EmulatorClient _client = null!;

    public async Task InitializeAsync()
    {
        _emulator = await KlaviyoEmulator.StartAsync(o => o.Data = DataSize.Empty);
        _client = new EmulatorClient(_emulator);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_whole_document_is_seeded_with_what_it_includes()
    {
        _emulator.Seed(Document).Should().Be(2);

        Answer answer = await _client.Get("/api/events?include=metric");

        answer.Body.GetProperty("data")[0].GetProperty("id").GetString().Should().Be("E1");
        answer.Body.GetProperty("included")[0].GetProperty("attributes").GetProperty("name").GetString().Should().Be("Placed Order");
    }

    [Fact]
    public async Task The_emulators_answers_seed_another_emulator()
    {
        await using KlaviyoEmulator source = await KlaviyoEmulator.StartAsync(o => o.Data = new DataSize { Profiles = 15, Events = 20 });
        using EmulatorClient reader = new(source);
        Answer answer = await reader.Get("/api/events?include=metric,profile");

        _emulator.Seed(answer.Body.GetRawText());

        Answer again = await _client.Get("/api/events?include=metric,profile");
        Attributes(again).Should().Equal(Attributes(answer));

        static IEnumerable<string> Attributes(Answer answer) =>
            answer.Body.GetProperty("data")
                .EnumerateArray().Concat(answer.Body.GetProperty("included").EnumerateArray()).Select(r => r.GetProperty("attributes").GetRawText());
    }

    [Theory]
    [InlineData("profile", "list")]
    [InlineData("list", "profile")]
    public async Task The_moment_at_which_a_member_joined_survives_in_whatever_order_both_are_seeded(string first, string second)
    {
        Dictionary<string, string> resources = new()
        {
            ["profile"] = """{"type":"profile","id":"P1","attributes":{},"relationships":{"lists":{"data":[{"type":"list","id":"L1"}]}}}""",
            ["list"] = """{"type":"list","id":"L1","attributes":{},"relationships":{"profiles":{"data":[{"type":"profile","id":"P1","meta":{"joined_group_at":"2026-03-01T00:00:00+00:00"}}]}}}""",
        };

        _emulator.Seed($"[{resources[first]},{resources[second]}]");

        Answer members = await _client.Get("/api/lists/L1/profiles?filter=greater-than(joined_group_at,2026-02-01T00:00:00Z)");
        members.Body.GetProperty("data")
            .EnumerateArray().Single().GetProperty("attributes").GetProperty("joined_group_at").GetString().Should().StartWith("2026-03-01");
    }

    [Fact]
    public async Task A_file_with_an_array_is_seeded()
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, """[{"type":"metric","id":"M1","attributes":{"name":"Größe"}},{"type":"metric","id":"M2","attributes":{}}]""");

            _emulator.SeedFile(file).Should().Be(2);
        }
        finally
        {
            File.Delete(file);
        }

        (await _client.Ids("/api/metrics")).Should().BeEquivalentTo("M1", "M2");
    }

    [Theory]
    [InlineData("""[{"type":"metric","id":"M1","attributes":{}},{"type":"shoe","id":"1"}]""", "The catalogue has no resource type 'shoe'.")]
    [InlineData("""[{"type":"metric","id":"M1","attributes":{}},{"type":"metric"}]""", "A resource needs an id.")]
    [InlineData("""{"data":[{"type":"metric","id":"M1","attributes":{}}],"included":[7]}""", "A resource needs a type.")]
    [InlineData("""[{"type":"metric","id":"M1","attributes":[]}]""", "The attributes of a resource must be an object.")]
    [InlineData(
        """[{"type":"event","id":"E1","relationships":{"metric":{"data":{"type":"metric"}}}}]""",
        "An identifier in the relationship 'metric' of resource type event has no id.")]
    [InlineData("7", "Resources are a JSON object, an array of them, or a document with data.")]
    public void When_one_does_not_fit_none_is_added(string json, string message)
    {
        _emulator.Invoking(e => e.Seed(json)).Should().Throw<ArgumentException>().WithMessage(message);
        _emulator.Invoking(e => e.Seed(json + "]")).Should().Throw<JsonException>();
        _emulator.Count("metric").Should().Be(0);
        _emulator.Count("event").Should().Be(0);
    }

    [Fact]
    public async Task Data_is_generated_after_the_start_as_at_the_start()
    {
        DataSize size = new() { Profiles = 30, Events = 40 };
        await using KlaviyoEmulator source = await KlaviyoEmulator.StartAsync(o => (o.Data, o.RandomSeed) = (size, 7));
        _emulator.Seed(Document);

        _emulator.Generate(size, seed: 7);

        string[] generated = Texts(source);
        generated.Should().HaveCountGreaterThan(500);
        generated.Except(Texts(_emulator)).Should().BeEmpty();
        _emulator.Count("profile").Should().Be(30, "the document's profile was an identifier only");
        _emulator.Count("event").Should().Be(41);
        _emulator.Clear();
        Texts(_emulator).Should().BeEmpty();
        (await _client.Get("/api/events/E1")).Status.Should().Be(HttpStatusCode.NotFound);

        static string[] Texts(KlaviyoEmulator emulator) =>
            [.. KlaviyoCatalogue.Newest.Resources.SelectMany(r => emulator.Resources(r.Type)).Select(r => r.GetRawText())];
    }
}
