using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Including;

public sealed class IncludesTests : IAsyncLifetime
{
    private KlaviyoEmulator _emulator = null!;
    private EmulatorClient _client = null!;

    public async Task InitializeAsync()
    {
        _emulator = await KlaviyoEmulator.StartAsync(o => o.Data = DataSize.Empty);
        _client = new EmulatorClient(_emulator);
        _emulator.Add("""{"type":"metric","id":"M1","attributes":{"name":"Placed Order"}}""");
        _emulator.Add("""{"type":"profile","id":"P1","attributes":{"email":"a@example.com","title":"T"}}""");
        for (int i = 0; i < 3; i++)
            _emulator.Add($$$"""{"type":"event","id":"E{{{i}}}","attributes":{"datetime":"2025-01-0{{{i + 1}}}T00:00:00Z"},"relationships":{"metric":{"data":{"type":"metric","id":"M1"}},"profile":{"data":{"type":"profile","id":"P1"} } } }""");
        _emulator.Add("""{"type":"event","id":"E9","attributes":{"datetime":"2024-01-01"},"relationships":{"metric":{"data":null},"profile":{"data":{"type":"profile","id":"gone"}}}}""");
        _emulator.Add("""{"type":"list","id":"L1","attributes":{"name":"n"}}""");
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Each_resource_is_included_once_with_the_requested_fields()
    {
        JsonElement body = (await _client.Get("/api/events?include=profile,metric&fields[profile]=email")).Body;

        JsonElement[] included = [.. body.GetProperty("included").EnumerateArray()];
        included.Select(r => r.GetProperty("id").GetString()).Should().Equal("P1", "M1");
        included[0].GetProperty("attributes").GetRawText().Should().Be("""{"email":"a@example.com"}""");
        included[1].GetProperty("attributes").GetRawText().Should().Be("""{"name":"Placed Order"}""");
    }

    [Fact]
    public async Task Some_identifiers_come_without_include_and_the_others_do_not()
    {
        JsonElement relationships = (await _client.Get("/api/events")).Body.GetProperty("data")[0].GetProperty("relationships");

        relationships.GetProperty("metric").GetProperty("data").GetRawText().Should().Be("""{"type":"metric","id":"M1"}""");
        relationships.GetProperty("metric").EnumerateObject().Select(m => m.Name).Should().Equal("data", "links");
        relationships.GetProperty("attributions").TryGetProperty("data", out _).Should().BeFalse();
    }

    [Fact]
    public async Task Empty_relationships_say_so_when_included()
    {
        JsonElement last = (await _client.Get("/api/events?include=metric,attributions")).Body.GetProperty("data")[3].GetProperty("relationships");
        JsonElement list = (await _client.Get("/api/lists?include=tags")).Body;

        last.GetProperty("metric").GetProperty("data").ValueKind.Should().Be(JsonValueKind.Null);
        last.GetProperty("attributions").GetProperty("data").GetRawText().Should().Be("[]");
        list.GetProperty("data")[0].GetProperty("relationships").GetProperty("tags").GetProperty("data").GetRawText().Should().Be("[]");
        list.GetProperty("included").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task Both_ends_of_a_relationship_are_kept_in_step()
    {
        _emulator.Add("""{"type":"tag","id":"T1","attributes":{"name":"x"},"relationships":{"lists":{"data":[{"type":"list","id":"L1"}]}}}""");

        (await _client.Ids("/api/lists/L1/tags")).Should().Equal("T1");
        (await _client.Ids("/api/lists/L1/relationships/tags")).Should().Equal("T1");
        _emulator.Remove("tag", "T1").Should().BeTrue();
        (await _client.Ids("/api/lists/L1/tags")).Should().BeEmpty();
    }

    [Fact]
    public async Task A_relationship_to_a_resource_that_comes_later_leads_back_once_it_is_there()
    {
        _emulator.Add("""{"type":"segment","id":"S1","attributes":{"name":"s"},"relationships":{"profiles":{"data":[{"type":"profile","id":"P2"}]}}}""");

        (await _client.Ids("/api/segments/S1/profiles")).Should().BeEmpty();
        _emulator.Add("""{"type":"profile","id":"P2","attributes":{}}""");
        (await _client.Ids("/api/segments/S1/profiles")).Should().Equal("P2");
        (await _client.Ids("/api/profiles/P2/segments")).Should().Equal("S1");
    }

    [Fact]
    public async Task A_related_resource_that_is_not_there_is_null()
    {
        (await _client.Get("/api/events/E9/metric")).Body.GetProperty("data").ValueKind.Should().Be(JsonValueKind.Null);
        (await _client.Get("/api/events/E9/relationships/metric")).Body.GetProperty("data").ValueKind.Should().Be(JsonValueKind.Null);
        (await _client.Get("/api/events/E1/relationships/metric")).Body.GetProperty("data").GetRawText().Should().Be("""{"type":"metric","id":"M1"}""");
    }
}
