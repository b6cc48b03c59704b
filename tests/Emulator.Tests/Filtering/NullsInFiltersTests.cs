namespace KlaviyoLinq.Emulator.Tests.Filtering;

public sealed class NullsInFiltersTests : IAsyncLifetime
{
    private KlaviyoEmulator _emulator = null!;
    private EmulatorClient _client = null!;

    public async Task InitializeAsync()
    {
        _emulator = await KlaviyoEmulator.StartAsync(o => (o.Data, o.Grammar) = (DataSize.Empty, FilterGrammar.Overview2022));
        _client = new EmulatorClient(_emulator);
        _emulator.Add("""{"type":"flow","id":"early","attributes":{"name":"a","created":"2024-01-01T00:00:00+00:00","archived":true}}""");
        _emulator.Add("""{"type":"flow","id":"late","attributes":{"name":"b","created":"2025-01-01T00:00:00+00:00","archived":false}}""");
        _emulator.Add("""{"type":"flow","id":"null","attributes":{"name":null,"created":null,"archived":null}}""");
        _emulator.Add("""{"type":"flow","id":"absent","attributes":{}}""");
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Theory]
    [InlineData("greater-than(created,2024-06-01)", "late")]
    [InlineData("less-or-equal(created,2024-06-01)", "early")]
    [InlineData("not(greater-than(created,2024-06-01))", "absent early null")]
    [InlineData("equals(name,\"a\")", "early")]
    [InlineData("not(equals(name,\"a\"))", "absent late null")]
    [InlineData("contains(name,\"\")", "early late")]
    [InlineData("equals(archived,false)", "late")]
    [InlineData("not(equals(archived,true))", "absent late null")]
    [InlineData("equals(name,null)", "absent null")]
    [InlineData("not(equals(name,null))", "early late")]
    [InlineData("or(equals(name,null),equals(name,\"b\"))", "absent late null")]
    [InlineData("and(not(equals(name,null)),or(equals(archived,true),equals(name,\"z\")))", "early")]
    public async Task No_comparison_holds_for_null_and_so_its_negation_does(string filter, string ids) =>
        (await _client.Ids("/api/flows?filter=" + Uri.EscapeDataString(filter))).Should().Equal(ids.Split(' '));

    [Theory]
    [InlineData("sort=created", "early late absent null")]
    [InlineData("sort=-created", "null absent late early")]
    [InlineData("sort=name", "early late absent null")]
    public async Task Nulls_sort_after_everything_and_before_everything_in_reverse(string sort, string ids) =>
        (await _client.Ids("/api/flows?" + sort)).Should().Equal(ids.Split(' '));
}
