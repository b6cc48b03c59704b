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

    public static TheoryData<LinkForm> Forms => [.. Enum.GetValues<LinkForm>()];

    public Task InitializeAsync() => StartAsync(LinkForm.Live);

    private async Task StartAsync(LinkForm links, NullPlacement nulls = default)
    {
        _emulator = await KlaviyoEmulator.StartAsync(options =>
        {
            (options.Links, options.NullPlacement) = (links, nulls);
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

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task An_ascending_run_continues_with_every_row_once_and_in_order(LinkForm links)
    {
        await UseAsync(links);
        List<Profile> rows = await _klaviyo.Profiles.OrderBy(p => p.Created).PageSize(5).ToListAsync();

        rows.Select(p => p.Id).Should().Equal(InOrder(descending: false));
        _log.AboutPages.Should().HaveCount(2).And.OnlyContain(
            line => line.StartsWith("Warning 31: Klaviyo cut get_profiles off after 120 pages of one chain.", StringComparison.Ordinal));
        Filters().Should().HaveCount(3);
        Filters()[0].Should().BeEmpty();
        Filters().Skip(1).Should().OnlyContain(filter => filter.StartsWith("greater-than(created,2026-01-01T00:00:", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_descending_run_continues_with_an_upper_bound(LinkForm links)
    {
        await UseAsync(links);
        List<Profile> rows = await _klaviyo.Profiles.OrderByDescending(p => p.Created).PageSize(5).ToListAsync();

        rows.Select(p => p.Id).Should().Equal(InOrder(descending: true));
        Filters().Skip(1).Should().HaveCount(2).And.OnlyContain(filter => filter.StartsWith("less-than(created,2026-01-01T00:00:", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_bound_of_the_query_becomes_narrower_and_only_long_chains_request_the_sort_key(LinkForm links)
    {
        await UseAsync(links);
        DateTimeOffset since = _first.AddSeconds(1);

        List<string?> rows = await _klaviyo.Profiles.Where(p => p.Created > since).OrderBy(p => p.Created).Select(p => p.Email).PageSize(5).ToListAsync();

        rows.Should().Equal(InOrder(descending: false).Skip(2 * SharingASecond).Select(id => $"{id}@example.com"));
        Filters().Should().OnlyContain(filter => filter.StartsWith("greater-than(created,", StringComparison.Ordinal) && !filter.Contains("),"));
        string[] fields = [.. _emulator.Requests.Select(request => request.Parameter("fields[profile]")!)];
        fields.Take(100).Should().OnlyContain(asked => asked == "email");
        fields.Skip(100).Should().OnlyContain(asked => asked == "email,created");
    }

    [Theory]
    [InlineData(590, LinkForm.Live)]
    [InlineData(601, LinkForm.Live)]
    [InlineData(13, LinkForm.Live)]
    [InlineData(590, LinkForm.WithoutSelf)]
    [InlineData(601, LinkForm.RespelledSelf)]
    [InlineData(601, LinkForm.EmptyAtEnds)]
    [InlineData(590, LinkForm.Objects)]
    public async Task Runs_that_stop_near_the_end_of_a_chain_go_on_all_the_same(int length, LinkForm links)
    {
        await UseAsync(links);
        (List<Profile> rows, int runs) = await Interruption.InRunsAsync(_klaviyo.Profiles.OrderBy(p => p.Created).PageSize(5), length, 7);

        rows.Select(p => p.Id).Should().Equal(InOrder(descending: false));
        runs.Should().BeGreaterThan(4);
    }

    [Theory]
    [InlineData(NullPlacement.First, false, false)]
    [InlineData(NullPlacement.Smallest, false, false)]
    [InlineData(NullPlacement.Largest, false, true)]
    [InlineData(NullPlacement.First, true, false)]
    [InlineData(NullPlacement.Largest, true, false)]
    [InlineData(NullPlacement.Smallest, true, true)]
    public async Task Rows_without_the_sort_key_are_read_where_they_come_first_and_end_the_run_by_name_where_they_come_last(
        NullPlacement placement, bool descending, bool isLast)
    {
        await DisposeAsync();
        await StartAsync(LinkForm.Live, placement);
        for (int i = 0; i < 40; i++)
            Add($"N{i:D5}", null);
        List<string> read = [];
        IKlaviyoQueryable<Profile> query = descending ? _klaviyo.Profiles.OrderByDescending(p => p.Created) : _klaviyo.Profiles.OrderBy(p => p.Created);

        Func<Task> run = () => query.PageSize(5).ForEachAsync(p => read.Add(p.Id));

        if (isLast)
        {
            KlaviyoPaginationException failure = (await run.Should().ThrowAsync<KlaviyoPaginationException>()).Which;
            failure.Message.Should().Contain("without created");
            failure.Checkpoint!.RowsConsumed.Should().Be(Rows);
        }
        else
        {
            await run.Should().NotThrowAsync();
        }

        read.Should().OnlyHaveUniqueItems().And.HaveCount(isLast ? Rows : Rows + 40);
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

    private async Task UseAsync(LinkForm links)
    {
        if (links == LinkForm.Live)
            return;
        await DisposeAsync();
        await StartAsync(links);
    }

    private static async Task<KlaviyoChallengeException> CutOffAsync(IKlaviyoQueryable<Profile> query) =>
        (await FluentActions.Awaiting(() => query.ForEachAsync(_ => { })).Should().ThrowAsync<KlaviyoChallengeException>()).Which;

    private void Add(string id, DateTimeOffset? created)
    {
        string moment = created is { } at ? string.Create(CultureInfo.InvariantCulture, $"\"{at:yyyy-MM-ddTHH:mm:ss}+00:00\"") : "null";
        _emulator.Add($$$"""{"type":"profile","id":"{{{id}}}","attributes":{"email":"{{{id}}}@example.com","created":{{{moment}}} } }""");
    }

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
