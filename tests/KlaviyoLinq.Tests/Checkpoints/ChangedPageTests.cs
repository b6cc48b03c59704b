using KlaviyoLinq.Emulator;
using KlaviyoLinq.Tests.Loopback;

namespace KlaviyoLinq.Tests.Checkpoints;

/// <summary>Tests of resources added and removed between two runs on the page at which the first one stopped.</summary>
public sealed class ChangedPageTests : IAsyncLifetime
{
    private readonly RecordedLog _log = new();
    private KlaviyoEmulator _emulator = null!;
    private KlaviyoContext _klaviyo = null!;

    public async Task InitializeAsync()
    {
        _emulator = await KlaviyoEmulator.StartAsync(options => options.Data = DataSize.Empty);
        for (int i = 10; i < 50; i++)
            Add($"P{i}");
        _klaviyo = new KlaviyoContext(new KlaviyoOptions { ApiKey = "pk_tests", BaseAddress = _emulator.BaseAddress, LoggerFactory = _log });
    }

    public async Task DisposeAsync()
    {
        await _klaviyo.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Rows_that_went_before_the_place_move_it()
    {
        KlaviyoCheckpoint checkpoint = await StopAfterAsync(15);
        _emulator.Remove("profile", "P21");
        _emulator.Remove("profile", "P22");

        (await RestAsync(checkpoint)).Should().Equal(Ids(25, 50));
        _log.AboutPages.Should().BeEmpty();
    }

    [Fact]
    public async Task Rows_that_came_before_the_place_move_it_and_are_no_part_of_the_rest()
    {
        KlaviyoCheckpoint checkpoint = await StopAfterAsync(15);
        Add("P205");
        Add("P221");

        (await RestAsync(checkpoint)).Should().Equal(Ids(25, 50));
    }

    [Fact]
    public async Task Rows_added_after_the_checkpoint_are_part_of_the_rest()
    {
        KlaviyoCheckpoint checkpoint = await StopAfterAsync(15);
        Add("P245");

        (await RestAsync(checkpoint)).Should().Equal(["P245", .. Ids(25, 50)]);
    }

    [Fact]
    public async Task The_last_row_itself_may_be_gone()
    {
        KlaviyoCheckpoint checkpoint = await StopAfterAsync(15);
        _emulator.Remove("profile", "P24");
        _emulator.Remove("profile", "P23");

        (await RestAsync(checkpoint)).Should().Equal(Ids(25, 50));
    }

    [Fact]
    public async Task Where_every_landmark_is_gone_rows_are_repeated_rather_than_lost_and_logged()
    {
        KlaviyoCheckpoint checkpoint = await StopAfterAsync(16);
        foreach (string id in Ids(22, 26))
            _emulator.Remove("profile", id);

        (await RestAsync(checkpoint)).Should().Equal([.. Ids(20, 22), .. Ids(26, 50)]);
        _log.AboutPages.Should().ContainSingle().Which.Should().StartWith("Warning 32:").And.Contain("up to 6 rows are repeated");
    }

    [Fact]
    public async Task A_run_that_resumes_at_the_end_returns_only_new_rows()
    {
        KlaviyoCheckpoint checkpoint = (await _klaviyo.Profiles.OrderBy(p => p.Id).PageSize(10).AsPages().LastAsync()).Checkpoint;

        (await RestAsync(checkpoint)).Should().BeEmpty();
        Add("P91");
        Add("P92");
        (await RestAsync(checkpoint)).Should().Equal("P91", "P92");
    }

    private static IEnumerable<string> Ids(int from, int to) => Enumerable.Range(from, to - from).Select(i => $"P{i}");

    private void Add(string id) => _emulator.Add($$$"""{"type":"profile","id":"{{{id}}}","attributes":{"email":"{{{id}}}@example.com"}}""");

    private async Task<KlaviyoCheckpoint> StopAfterAsync(int rows) =>
        KlaviyoCheckpoint.Parse((await Interruption.FirstAsync(_klaviyo.Profiles.OrderBy(p => p.Id).PageSize(10), rows)).Checkpoint!);

    private async Task<List<string>> RestAsync(KlaviyoCheckpoint checkpoint) =>
        [.. (await _klaviyo.Profiles.OrderBy(p => p.Id).PageSize(10).ResumeFrom(checkpoint).ToListAsync()).Select(p => p.Id)];
}
