namespace KlaviyoLinq.Emulator.Tests.Store;

/// <summary>Profiles in the same lists share one set of identifiers; that must never show.</summary>
public sealed class SharedSetsOfIdentifiersTests : IAsyncLifetime
{
    private KlaviyoEmulator _emulator = null!;
    private EmulatorClient _client = null!;

    public async Task InitializeAsync()
    {
        _emulator = await KlaviyoEmulator.StartAsync(o => o.Data = DataSize.Empty);
        _client = new EmulatorClient(_emulator);
        foreach (string list in new[] { "L1", "L2", "L3" })
            _emulator.Add($$"""{"type":"list","id":"{{list}}"}""");
        foreach (string profile in new[] { "P1", "P2", "P3" })
            _emulator.Add(Profile(profile, "L1", "L2", "L3"));
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Profiles_in_the_same_lists_are_in_all_of_them()
    {
        foreach (string profile in new[] { "P1", "P2", "P3" })
            (await Lists(profile)).Should().Equal("L1", "L2", "L3");
        foreach (string list in new[] { "L1", "L2", "L3" })
            (await _client.Ids($"/api/lists/{list}/profiles")).Should().BeEquivalentTo("P1", "P2", "P3");
    }

    [Fact]
    public async Task A_profile_that_leaves_a_list_leaves_it_alone()
    {
        _emulator.Add(Profile("P2", "L1", "L3"));

        (await Lists("P1")).Should().Equal("L1", "L2", "L3");
        (await Lists("P2")).Should().Equal("L1", "L3");
        (await Lists("P3")).Should().Equal("L1", "L2", "L3");
        (await _client.Ids("/api/lists/L2/profiles")).Should().BeEquivalentTo("P1", "P3");
    }

    [Fact]
    public async Task A_list_that_is_gone_is_gone_for_all_its_profiles()
    {
        _emulator.Remove("list", "L1");

        foreach (string profile in new[] { "P1", "P2", "P3" })
            (await Lists(profile)).Should().Equal("L2", "L3");
    }

    private Task<List<string>> Lists(string profile) => _client.Ids($"/api/profiles/{profile}/relationships/lists");

    private static string Profile(string id, params string[] lists)
    {
        string data = string.Join(',', lists.Select(list => $$"""{"type":"list","id":"{{list}}"}"""));
        return $$"""{"type":"profile","id":"{{id}}","relationships":{"lists":{"data":[{{data}}] } } }""";
    }
}
