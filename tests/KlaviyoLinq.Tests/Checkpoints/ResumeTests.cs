using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;
using KlaviyoLinq.Repositories;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Checkpoints;

/// <summary>Property tests: the rows before and after a checkpoint are the rows of one run, each once and in order.</summary>
[Trait("Category", "Culture")]
public sealed class ResumeTests(LinkFormAccounts accounts) : IClassFixture<LinkFormAccounts>
{
    private EmulatedAccount _account = accounts[LinkForm.Live];

    public static TheoryData<LinkForm> Forms => [.. Enum.GetValues<LinkForm>()];

    private static DateTimeOffset Since { get; } = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private KlaviyoContext Klaviyo => _account.Klaviyo;

    private AccountData Data => _account.Data;

    private KlaviyoEmulator Emulator => _account.Emulator;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(13)]
    [InlineData(1000)]
    public async Task A_run_in_parts_gives_what_one_run_gives(int length)
    {
        foreach (LinkForm links in Enum.GetValues<LinkForm>())
        {
            _account = accounts[links];
            await GivesTheSame(Klaviyo.Profiles.OrderBy(p => p.Id).PageSize(10), Data.Profiles.OrderBy(p => p.Id, StringComparer.Ordinal), p => p.Id, length);
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_run_continues_with_the_page_it_stopped_in(LinkForm links)
    {
        _account = accounts[links];
        IKlaviyoQueryable<Profile> query = Klaviyo.Profiles.OrderByDescending(p => p.Id).PageSize(10);
        string[] expected = [.. Data.Profiles.Select(p => p.Id).OrderDescending(StringComparer.Ordinal)];
        (List<Profile> first, string? checkpoint) = await Interruption.FirstAsync(query, 13);
        Emulator.ClearRequests();

        List<Profile> rest = await query.ResumeFrom(KlaviyoCheckpoint.Parse(checkpoint!)).Take(10).ToListAsync();

        first.Concat(rest).Select(p => p.Id).Should().Equal(expected.Take(23));
        Emulator.Requests.Should().HaveCount(2).And.OnlyContain(
            request => request.Query.Contains("page%5Bcursor%5D=") && request.Parameter("page[size]") == "10");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Projected_rows_continue_as_well(LinkForm links)
    {
        _account = accounts[links];

        await GivesTheSame(
            Klaviyo.Profiles.OrderBy(p => p.Created).Select(p => new { p.Id, p.Email }).PageSize(20),
            Data.Profiles.OrderBy(p => p.Created).ThenBy(p => p.Id, StringComparer.Ordinal).Select(p => new { p.Id, p.Email }),
            row => $"{row}",
            33);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Filtered_rows_with_included_resources_continue(LinkForm links)
    {
        _account = accounts[links];

        await GivesTheSame(
            Klaviyo.Events.Where(e => e.Datetime >= Since).OrderBy(e => e.Datetime).Select(e => new { e.Id, e.Metric.Name }).PageSize(25),
            Data.Events.Where(e => e.Datetime >= Since).OrderBy(e => e.Datetime).ThenBy(e => e.Id, StringComparer.Ordinal)
                .Select(e => new { e.Id, e.Metric.Name }),
            row => $"{row}",
            40,
            7);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Related_sets_and_their_ids_alone_continue(LinkForm links)
    {
        _account = accounts[links];
        string list = Data.Of<List>().MaxBy(l => Data.Profiles.Count(p => p.Lists.Any(own => own.Id == l.Id)))!.Id;
        string[] members = [.. (await Klaviyo.Lists[list].Profiles.ToListAsync()).Select(p => p.Id)];
        members.Should().HaveCountGreaterThan(20);

        await GivesTheSame(Klaviyo.Lists[list].Profiles.PageSize(5), members, p => p.Id, id => id, 3, 8);
        await GivesTheSame(Klaviyo.Lists[list].Profiles.Select(p => p.Id).PageSize(5), members, id => id, id => id, 3, 8);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_set_that_comes_all_at_once_continues(LinkForm links)
    {
        _account = accounts[links];

        await GivesTheSame(Klaviyo.Metrics, await Klaviyo.Metrics.ToListAsync(), m => m.Id, 3);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Public_sets_continue(LinkForm links)
    {
        _account = accounts[links];
        await using KlaviyoClientContext client = new("EMUL8R", new KlaviyoOptions { BaseAddress = Emulator.BaseAddress });
        IKlaviyoQueryable<Review> reviews = client.Reviews.PageSize(3);

        await GivesTheSame(reviews, await reviews.ToListAsync(), r => r.Id, 4);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_limit_before_the_checkpoint_counts_the_rows_of_all_runs(LinkForm links)
    {
        _account = accounts[links];

        await GivesTheSame(
            Klaviyo.Profiles.OrderBy(p => p.Id).Take(25).PageSize(10), Data.Profiles.OrderBy(p => p.Id, StringComparer.Ordinal).Take(25), p => p.Id, 6);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_limit_after_the_checkpoint_counts_the_rows_of_one_run(LinkForm links)
    {
        _account = accounts[links];
        List<string> read = [];
        KlaviyoCheckpoint? checkpoint = null;
        for (int run = 0; run < 3; run++)
        {
            await foreach (
                KlaviyoPage<string> page in Klaviyo.Profiles.OrderBy(p => p.Id).Select(p => p.Id).PageSize(10).ResumeFrom(checkpoint).Take(14).AsPages())
            {
                read.AddRange(page.Items);
                checkpoint = page.Checkpoint;
            }
        }

        read.Should().Equal(Data.Profiles.Select(p => p.Id).Order(StringComparer.Ordinal).Take(42));
        checkpoint!.RowsConsumed.Should().Be(42);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Pages_report_the_checkpoint_after_each_of_their_rows(LinkForm links)
    {
        _account = accounts[links];
        IKlaviyoQueryable<string> query = Klaviyo.Profiles.OrderBy(p => p.Id).Select(p => p.Id).PageSize(4).Take(12);
        string[] expected = [.. Data.Profiles.Select(p => p.Id).Order(StringComparer.Ordinal).Take(12)];
        List<KlaviyoPage<string>> pages = await query.AsPages().ToListAsync();

        for (int page = 0; page < pages.Count; page++)
            for (int count = 0; count <= 4; count++)
                (await query.ResumeFrom(pages[page].CheckpointAfter(count)).ToListAsync()).Should().Equal(expected.Skip((page * 4) + count));
        pages[0].Invoking(page => page.CheckpointAfter(5)).Should().Throw<ArgumentOutOfRangeException>();
        pages[0].Invoking(page => page.CheckpointAfter(-1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Queries_of_repositories_continue_too(LinkForm links)
    {
        _account = accounts[links];
        IQueryable<Profile> query = Klaviyo.Profiles;
        List<string> ids = [];
        KlaviyoCheckpoint? checkpoint = null;
        await foreach ((Profile profile, KlaviyoCheckpoint behind) in query.OrderBy(p => p.Id).ResumeFrom(null).WithCheckpoints().Take(8))
        {
            ids.Add(profile.Id);
            checkpoint = behind;
        }

        ids.AddRange((await query.OrderBy(p => p.Id).ResumeFrom(checkpoint).ToListAsync()).Select(p => p.Id));
        ids.Should().Equal(Data.Profiles.Select(p => p.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task The_remaining_rows_can_be_counted_and_inspected(LinkForm links)
    {
        _account = accounts[links];
        IKlaviyoQueryable<Profile> query = Klaviyo.Profiles.OrderBy(p => p.Id).PageSize(10);
        string[] expected = [.. Data.Profiles.Select(p => p.Id).Order(StringComparer.Ordinal)];
        KlaviyoCheckpoint checkpoint = KlaviyoCheckpoint.Parse((await Interruption.FirstAsync(query, 13)).Checkpoint!);

        (await query.ResumeFrom(checkpoint).CountAsync()).Should().Be(expected.Length - 13);
        (await query.ResumeFrom(checkpoint).FirstAsync()).Id.Should().Be(expected[13]);
        (await query.ResumeFrom(checkpoint).AnyAsync()).Should().BeTrue();
    }

    [Theory]
    [InlineData(NullPlacement.Largest)]
    [InlineData(NullPlacement.Smallest)]
    [InlineData(NullPlacement.First)]
    [InlineData(NullPlacement.Last)]
    public async Task Rows_without_the_sort_key_continue_wherever_they_are(NullPlacement placement)
    {
        await using KlaviyoEmulator emulator =
            await KlaviyoEmulator.StartAsync(options => (options.Data, options.NullPlacement) = (DataSize.Empty, placement));
        for (int i = 0; i < 30; i++)
        {
            string created = i % 3 == 0 ? "null" : $"\"2026-01-{10 + (i / 4)}T00:00:00Z\"";
            emulator.Add($$$"""{"type":"profile","id":"P{{{i}}}","attributes":{"created":{{{created}}} } }""");
        }

        await using KlaviyoContext klaviyo = new(
            new KlaviyoOptions { ApiKey = "pk_tests", EnableRateLimiting = false, BaseAddress = emulator.BaseAddress });

        IKlaviyoQueryable<Profile>[] queries = [klaviyo.Profiles.OrderBy(p => p.Created), klaviyo.Profiles.OrderByDescending(p => p.Created)];
        foreach (IKlaviyoQueryable<Profile> query in queries)
        {
            List<Profile> whole = await query.ToListAsync();
            whole.Select(p => p.Created is null).Distinct().Should().HaveCount(2);
            await GivesTheSame(query.PageSize(7), whole, p => p.Id, 5, 1);
        }
    }

    private static Task GivesTheSame<T>(IKlaviyoQueryable<T> query, IEnumerable<T> expected, Func<T, string> face, params int[] lengths) =>
        GivesTheSame(query, expected, face, face, lengths);

    private static async Task GivesTheSame<T, TExpected>(
        IKlaviyoQueryable<T> query, IEnumerable<TExpected> expected, Func<T, string> face, Func<TExpected, string> expectedFace, params int[] lengths)
    {
        string[] faces = [.. expected.Select(expectedFace)];
        faces.Should().NotBeEmpty();

        (List<T> rows, int runs) = await Interruption.InRunsAsync(query, lengths);

        rows.Select(face).Should().Equal(faces);
        runs.Should().BeGreaterThanOrEqualTo(1 + (faces.Length / lengths.Max()));
    }
}
