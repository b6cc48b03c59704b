using System.Globalization;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Loopback;

namespace KlaviyoLinq.Tests.Checkpoints;

/// <summary>A server that cuts chains of cursors off after 120 pages, and rows of which dozens share a second, as after an import.</summary>
public sealed class DeepPagingTests : IAsyncLifetime
{
    private const int Deepest = 120;
    private const int Rows = 1_500;
    private const int SharingASecond = 37;

    private static readonly DateTimeOffset _first = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly RecordedLog _log = new();
    private KlaviyoEmulator _emulator = null!;
    private KlaviyoContext _klaviyo = null!;

    public async Task InitializeAsync()
    {
        _emulator = await KlaviyoEmulator.StartAsync(options =>
        {
            options.Data = DataSize.Empty;
            options.MaxPageDepth = Deepest;
            options.Strictness = Strictness.Live;
        });
        for (int i = 0; i < Rows; i++)
            Add($"P{(i * 7919) % Rows:D5}", _first.AddSeconds(i / SharingASecond));
        KlaviyoOptions options = new() { ApiKey = "pk_tests", BaseAddress = _emulator.BaseAddress, LoggerFactory = _log };
        (options.Retry.MaxRetries, options.Retry.BaseDelay) = (1, TimeSpan.FromMilliseconds(1));
        _klaviyo = new KlaviyoContext(options);
    }

    public async Task DisposeAsync()
    {
        await _klaviyo.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task An_ascending_run_continues_with_every_row_once_and_in_order()
    {
        List<Profile> rows = await _klaviyo.Profiles.OrderBy(p => p.Created).PageSize(5).ToListAsync();

        rows.Select(p => p.Id).Should().Equal(InOrder(descending: false));
        _log.AboutPages.Should().HaveCount(2).And.OnlyContain(
            line => line.StartsWith("Warning 31: Klaviyo cut get_profiles off after 120 pages of one chain.", StringComparison.Ordinal));
        Filters().Should().HaveCount(3);
        Filters()[0].Should().BeEmpty();
        Filters().Skip(1).Should().OnlyContain(filter => filter.StartsWith("greater-than(created,2026-01-01T00:00:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_descending_run_continues_with_an_upper_bound()
    {
        List<Profile> rows = await _klaviyo.Profiles.OrderByDescending(p => p.Created).PageSize(5).ToListAsync();

        rows.Select(p => p.Id).Should().Equal(InOrder(descending: true));
        Filters().Skip(1).Should().HaveCount(2).And.OnlyContain(filter => filter.StartsWith("less-than(created,2026-01-01T00:00:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bound_of_the_query_becomes_narrower_and_only_long_chains_request_the_sort_key()
    {
        DateTimeOffset since = _first.AddSeconds(1);

        List<string?> rows = await _klaviyo.Profiles.Where(p => p.Created > since).OrderBy(p => p.Created).Select(p => p.Email).PageSize(5).ToListAsync();

        rows.Should().Equal(InOrder(descending: false).Skip(2 * SharingASecond).Select(id => $"{id}@example.com"));
        Filters().Should().OnlyContain(filter => filter.StartsWith("greater-than(created,", StringComparison.Ordinal) && !filter.Contains("),"));
        string[] fields = [.. _emulator.Requests.Select(request => request.Parameter("fields[profile]")!)];
        fields.Take(100).Should().OnlyContain(asked => asked == "email");
        fields.Skip(100).Should().OnlyContain(asked => asked == "email,created");
    }

    [Theory]
    [InlineData(590)]
    [InlineData(601)]
    [InlineData(13)]
    public async Task Runs_that_stop_near_the_end_of_a_chain_go_on_all_the_same(int length)
    {
        (List<Profile> rows, int runs) = await Interruption.InRunsAsync(_klaviyo.Profiles.OrderBy(p => p.Created).PageSize(5), length, 7);

        rows.Select(p => p.Id).Should().Equal(InOrder(descending: false));
        runs.Should().BeGreaterThan(4);
    }

    [Fact]
    public async Task A_run_without_a_sort_key_reports_its_depth_and_what_would_help()
    {
        KlaviyoChallengeException cut = await CutOffAsync(_klaviyo.Profiles.PageSize(5));

        cut.Depth.Should().Be(Deepest);
        cut.Message.Should().Contain("after 120 pages").And.Contain(
            "sorted by one of these continues by itself: created ascending, updated ascending, created descending, updated descending").And.Contain("ResumeFrom");
        (cut.Checkpoint!.RowsConsumed, cut.Attempts).Should().Be((600, 2));
    }

    [Fact]
    public async Task More_rows_of_one_second_than_a_chain_holds_end_the_run_by_name()
    {
        for (int i = 0; i < 700; i++)
            Add($"Q{i:D5}", _first.AddDays(-1));

        KlaviyoChallengeException cut = await CutOffAsync(_klaviyo.Profiles.OrderBy(p => p.Created).PageSize(5));

        cut.Message.Should().Contain("more rows share one second of created than one chain holds");
        cut.Checkpoint!.RowsConsumed.Should().Be(600);
    }

    [Fact]
    public async Task A_challenge_at_the_beginning_is_not_a_matter_of_depth()
    {
        _emulator.Faults.On("GET /api/profiles").From(2).Html(403, challenge: true);

        KlaviyoChallengeException cut = await CutOffAsync(_klaviyo.Profiles.OrderBy(p => p.Created).PageSize(5));

        cut.Depth.Should().Be(0);
        cut.Message.Should().NotContain("ResumeFrom");
    }

    private static async Task<KlaviyoChallengeException> CutOffAsync(IKlaviyoQueryable<Profile> query) =>
        (await FluentActions.Awaiting(() => query.ForEachAsync(_ => { })).Should().ThrowAsync<KlaviyoChallengeException>()).Which;

    private void Add(string id, DateTimeOffset created) => _emulator.Add(string.Create(
        CultureInfo.InvariantCulture, $$$"""{"type":"profile","id":"{{{id}}}","attributes":{"email":"{{{id}}}@example.com","created":"{{{created:yyyy-MM-ddTHH:mm:ss}}}+00:00"}}"""));

    // The filters of the chains' first pages.
    private string[] Filters() =>
        [.. _emulator.Requests.Where(request => request.Parameter("page[cursor]") is null).Select(request => request.Parameter("filter") ?? "").Distinct()];

    // Rows of one second follow each other in the order of the server, which the emulator shows in one large page.
    private List<string> InOrder(bool descending)
    {
        IEnumerable<(string Id, string Created)> rows = _emulator.Resources("profile")
            .Select(json => (json.GetProperty("id").GetString()!, json.GetProperty("attributes").GetProperty("created").GetString()!));
        return descending
            ? rows.OrderByDescending(row => row.Created, StringComparer.Ordinal)
                .ThenByDescending(row => row.Id, StringComparer.Ordinal).Select(row => row.Id).ToList()
            : rows.OrderBy(row => row.Created, StringComparer.Ordinal).ThenBy(row => row.Id, StringComparer.Ordinal).Select(row => row.Id).ToList();
    }
}
