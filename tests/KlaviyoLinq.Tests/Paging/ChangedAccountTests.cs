using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Loopback;

namespace KlaviyoLinq.Tests.Paging;

/// <summary>A run reads one account. What another account answers is refused, as it is when a run is resumed.</summary>
public sealed class ChangedAccountTests : IAsyncLifetime
{
    private KlaviyoEmulator _emulator = null!;

    public async Task InitializeAsync() => _emulator = await KlaviyoEmulator.StartAsync(options => options.Data = new DataSize { Profiles = 45 });

    public async Task DisposeAsync() => await _emulator.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Another_account_within_a_run_is_refused_before_any_of_its_rows(bool prefetch)
    {
        _emulator.Faults.On("GET /api/profiles").Call(3).WithHeader("CID", "OTHER1").Answer();
        await using KlaviyoContext klaviyo = Context(prefetch);
        List<string> read = [];

        KlaviyoCheckpointException refusal = await RefusedAsync(klaviyo.Profiles.OrderBy(p => p.Id).PageSize(10).Select(p => p.Id), read);

        refusal.Message.Should().Contain("EMUL8R").And.Contain("OTHER1");
        (refusal.Page, refusal.ItemsYielded).Should().Be((3, 20));
        read.Should().HaveCount(20);
        refusal.Checkpoint!.Account.Should().Be("EMUL8R");
        (await klaviyo.Profiles.OrderBy(p => p.Id).PageSize(10).Select(p => p.Id).ResumeFrom(refusal.Checkpoint).ToListAsync())
            .Should().HaveCount(25).And.NotIntersectWith(read);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Another_account_for_another_request_of_one_query_is_refused(bool sorted)
    {
        string[] emails = [.. _emulator.Resources("profile").Take(2).Select(json => json.GetProperty("attributes").GetProperty("email").GetString()!)];
        _emulator.Faults.On("GET /api/profiles").Call(2).WithHeader("CID", "OTHER1").Answer();
        await using KlaviyoContext klaviyo = Context(prefetch: false);
        IKlaviyoQueryable<Profile> query = klaviyo.Profiles.Where(p => p.Email == emails[0] || p.Created < DateTimeOffset.UnixEpoch).AllowFanOut(2);
        List<string> read = [];

        await RefusedAsync((sorted ? query.OrderBy(p => p.Created) : query).Select(p => p.Id), read);

        // Without a sort both requests are in flight at once: the row of the first answer may have been read, or not.
        read.Should().HaveCountLessThanOrEqualTo(sorted ? 0 : 1);
    }

    [Fact]
    public async Task Answers_that_do_not_name_their_account_belong_to_any()
    {
        _emulator.Faults.On("GET /api/profiles").Call(1, 3).WithHeader("CID", null).Answer();
        await using KlaviyoContext klaviyo = Context(prefetch: false);

        (await klaviyo.Profiles.PageSize(10).ToListAsync()).Should().HaveCount(45);
    }

    private static async Task<KlaviyoCheckpointException> RefusedAsync(IKlaviyoQueryable<string> query, List<string> read)
    {
        KlaviyoCheckpointException refusal = (
            await FluentActions.Awaiting(() => query.ForEachAsync(read.Add)).Should().ThrowAsync<KlaviyoCheckpointException>()).Which;
        refusal.Fault.Should().Be(KlaviyoCheckpointFault.AccountChanged);
        return refusal;
    }

    private KlaviyoContext Context(bool prefetch)
    {
        KlaviyoOptions options = Runs.Options(_emulator.BaseAddress);
        options.Prefetch = prefetch;
        return new KlaviyoContext(options);
    }
}
