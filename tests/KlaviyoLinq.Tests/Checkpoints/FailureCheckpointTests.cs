using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Checkpoints;

/// <summary>A run that fails says where to continue.</summary>
public sealed class FailureCheckpointTests : IAsyncLifetime
{
    private KlaviyoEmulator _emulator = null!;

    public async Task InitializeAsync() => _emulator = await KlaviyoEmulator.StartAsync(options => options.Data = new DataSize { Profiles = 45 });

    public async Task DisposeAsync() => await _emulator.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_failed_run_continues_after_the_rows_it_returned(bool prefetch)
    {
        await using KlaviyoContext klaviyo = Context(prefetch);
        IKlaviyoQueryable<Profile> query = klaviyo.Profiles.OrderBy(p => p.Id).PageSize(10);
        _emulator.Faults.On("GET /api/profiles").Call(3).Respond(500);
        List<string> ids = [];

        KlaviyoServerException failure = (
            await FluentActions.Awaiting(() => query.ForEachAsync(p => ids.Add(p.Id))).Should().ThrowAsync<KlaviyoServerException>()).Which;

        ids.Should().HaveCount(20);
        (failure.Operation, failure.Page, failure.ItemsYielded, failure.Attempts, failure.Checkpoint!.RowsConsumed).Should().Be(("get_profiles", 3, 20, 1, 20));
        ids.AddRange((await query.ResumeFrom(failure.Checkpoint).ToListAsync()).Select(p => p.Id));
        ids.Should().Equal(_emulator.Resources("profile").Select(json => json.GetProperty("id").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_page_that_fails_ahead_surfaces_when_the_page_before_it_has_been_worked_on()
    {
        await using KlaviyoContext klaviyo = Context(prefetch: true);
        _emulator.Faults.On("GET /api/profiles").Call(2).Respond(500);
        await using IAsyncEnumerator<KlaviyoPage<Profile>> pages = klaviyo.Profiles.OrderBy(p => p.Id).PageSize(10).AsPages().GetAsyncEnumerator();

        (await pages.MoveNextAsync()).Should().BeTrue();
        KlaviyoCheckpoint within = pages.Current.CheckpointAfter(4);
        pages.Current.Items.Should().HaveCount(10);

        KlaviyoServerException failure = (await pages.Awaiting(p => p.MoveNextAsync()).Should().ThrowAsync<KlaviyoServerException>()).Which;
        failure.Checkpoint!.RowsConsumed.Should().Be(10);
        (await klaviyo.Profiles.OrderBy(p => p.Id).PageSize(10).ResumeFrom(within).CountAsync()).Should().Be(41);
    }

    [Fact]
    public async Task Stopping_early_wastes_at_most_one_request()
    {
        await using KlaviyoContext klaviyo = Context(prefetch: true);
        await foreach (KlaviyoRow<Profile> row in klaviyo.Profiles.OrderBy(p => p.Id).PageSize(10).WithCheckpoints())
            if (row.Checkpoint.RowsConsumed == 14)
                break;

        _emulator.Requests.Count.Should().BeInRange(2, 3);
    }

    [Fact]
    public async Task Rows_that_were_collected_and_lost_are_not_passed_over()
    {
        await using KlaviyoContext klaviyo = Context(prefetch: false);
        _emulator.Faults.On("GET /api/profiles").Call(3).Respond(500);

        KlaviyoServerException failure = (
            await klaviyo.Profiles.PageSize(10).Awaiting(q => q.ToListAsync()).Should().ThrowAsync<KlaviyoServerException>()).Which;

        failure.Checkpoint.Should().BeNull();
    }

    [Fact]
    public async Task A_run_that_never_began_is_continued_from_its_beginning()
    {
        await using KlaviyoContext klaviyo = Context(prefetch: false);
        IKlaviyoQueryable<Profile> query = klaviyo.Profiles.PageSize(10);
        _emulator.Faults.On("GET /api/profiles").Call(1).Respond(500);

        KlaviyoServerException failure = (await FluentActions.Awaiting(() => query.ForEachAsync(_ => { })).Should().ThrowAsync<KlaviyoServerException>()).Which;

        failure.Checkpoint!.RowsConsumed.Should().Be(0);
        (await query.ResumeFrom(failure.Checkpoint).ToListAsync()).Should().HaveCount(45);
    }

    [Fact]
    public async Task A_row_that_cannot_be_made_is_where_the_run_stopped()
    {
        await using KlaviyoContext klaviyo = Context(prefetch: false);
        _emulator.Add("""{"type":"tag","id":"ffffffff-ffff-ffff-ffff-ffffffffffff","attributes":{"name":"lonely"}}""");
        List<bool> rows = [];

        KlaviyoMaterializationException failure = (
            await FluentActions.Awaiting(() => klaviyo.Tags.OrderBy(t => t.Id).Select(t => t.TagGroup.Exclusive).ForEachAsync(rows.Add))
            .Should().ThrowAsync<KlaviyoMaterializationException>()).Which;

        rows.Should().HaveCountGreaterThan(0).And.HaveCountLessThan(_emulator.Count("tag"));
        failure.Checkpoint!.RowsConsumed.Should().Be(rows.Count);
    }

    private KlaviyoContext Context(bool prefetch)
    {
        KlaviyoOptions options = new() { ApiKey = "pk_tests", BaseAddress = _emulator.BaseAddress, Prefetch = prefetch };
        options.Retry.MaxRetries = 0;
        return new KlaviyoContext(options);
    }
}
