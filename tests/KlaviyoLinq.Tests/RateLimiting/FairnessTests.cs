using KlaviyoLinq.Emulator;
using KlaviyoLinq.RateLimiting;

namespace KlaviyoLinq.Tests.RateLimiting;

/// <summary>The order of requests that wait: runs take turns.</summary>
public sealed class FairnessTests
{
    private static readonly KlaviyoCall _call = new("a", "GET /api/tags", [new("GET /api/tags", 1, 600)]);

    private readonly VirtualClock _clock = new();
    private readonly AccountLimiters _limiter;
    private readonly List<string> _served = [];

    public FairnessTests() => _limiter = new AccountLimiters(_clock);

    [Fact]
    public void The_first_pages_of_new_runs_go_before_the_waiting_pages_of_an_old_one_and_runs_take_turns()
    {
        RunTurn old = new(), small = new(), other = new();

        Run(async () =>
        {
            await Wait(old, "old 1");
            Task[] waiting = [.. Enumerable.Range(2, 5).Select(i => Wait(old, $"old {i}"))];
            await Task.WhenAll([.. waiting, Wait(small, "small 1"), Wait(small, "small 2"), Wait(other, "other 1")]);
        });

        _served.Should().Equal("old 1", "old 2", "small 1", "other 1", "old 3", "small 2", "old 4", "old 5", "old 6");
    }

    [Fact]
    public void However_many_new_runs_come_each_gets_one_permit_at_most_before_the_old_one_gets_its_next()
    {
        RunTurn old = new();

        Run(async () =>
        {
            List<Task> all = [.. Enumerable.Range(0, 20).Select(_ => Wait(old, "old"))];
            for (int i = 0; i < 40; i++)
            {
                RunTurn turn = new();
                all.AddRange([Wait(turn, $"new {i}"), Wait(turn, $"new {i}")]);
                await Task.Delay(TimeSpan.FromSeconds(1.5), _clock);
            }

            await Task.WhenAll(all);
        });

        int[] places = [.. Enumerable.Range(0, _served.Count).Where(i => _served[i] == "old")];
        places.Should().HaveCount(20);
        foreach ((int before, int next) in places.Zip(places.Skip(1)))
            _served[(before + 1)..next].Should().OnlyHaveUniqueItems();
        places[4].Should().BeLessThan(20, "the old run is not held up until no new ones come");
    }

    [Fact]
    public void Runs_of_many_pages_share_one_turn_beside_small_queries_and_take_turns_among_themselves()
    {
        RunTurn[] exports = [.. Enumerable.Range(0, 4).Select(_ => new RunTurn())];
        RunTurn small = new(), other = new();

        Run(async () =>
        {
            foreach (RunTurn export in exports)
                for (int page = 0; page < RunTurn.FewPages; page++)
                    await Wait(export, "first pages");
            _served.Clear();
            Task[] waiting = [.. exports.SelectMany((export, i) => Enumerable.Range(0, 2).Select(_ => Wait(export, $"export {i}")))];
            await Task.WhenAll([.. waiting, Wait(small, "small 1"), Wait(small, "small 2"), Wait(other, "other 1")]);
        });

        _served.Should().Equal("export 0", "small 1", "other 1", "export 1", "small 2", "export 2", "export 3", "export 0", "export 1", "export 2", "export 3");
    }

    [Fact]
    public void However_many_small_queries_come_each_gets_one_permit_at_most_before_the_runs_of_many_pages_get_their_next()
    {
        RunTurn[] exports = [.. Enumerable.Range(0, 4).Select(_ => new RunTurn())];

        Run(async () =>
        {
            foreach (RunTurn export in exports)
                for (int page = 0; page < RunTurn.FewPages; page++)
                    await Wait(export, "first pages");
            _served.Clear();
            List<Task> all = [.. exports.SelectMany((export, i) => Enumerable.Range(0, 5).Select(_ => Wait(export, $"export {i}")))];
            for (int i = 0; i < 40; i++)
            {
                RunTurn turn = new();
                all.AddRange([Wait(turn, $"new {i}"), Wait(turn, $"new {i}")]);
                await Task.Delay(TimeSpan.FromSeconds(1.5), _clock);
            }

            await Task.WhenAll(all);
        });

        int[] places = [.. Enumerable.Range(0, _served.Count).Where(i => _served[i].StartsWith("export", StringComparison.Ordinal))];
        places.Select(place => _served[place]).Should().Equal(Enumerable.Range(0, 20).Select(i => $"export {i % 4}"), "they take turns among themselves");
        foreach ((int before, int next) in places.Zip(places.Skip(1)))
            _served[(before + 1)..next].Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_cancelled_request_takes_no_turn_and_leaves_its_runs_place()
    {
        RunTurn old = new(), other = new();

        Run(async () =>
        {
            using CancellationTokenSource patience = new(TimeSpan.FromMilliseconds(1), _clock);
            await Wait(old, "old 1");
            Task[] cancelled = [Wait(old, "old 2", patience.Token), Wait(other, "other 1", patience.Token)];
            await Task.WhenAll(Wait(old, "old 3"), Wait(other, "other 2"));
            cancelled.Should().OnlyContain(task => task.IsCanceled);
        });

        _served.Should().Equal("old 1", "old 3", "other 2");
        _limiter.GetStatistics(_call)!.CurrentQueuedCount.Should().Be(0);
    }

    [Fact]
    public void A_run_that_outlives_the_limiter_of_its_account_keeps_its_turns_in_the_next_one()
    {
        RunTurn old = new(), other = new();

        Run(async () =>
        {
            for (int i = 0; i < 10; i++)
                await Wait(old, "before");
            await Task.Delay(TimeSpan.FromMinutes(11), _clock);
            for (int i = 0; i < 64; i++)
                (await _limiter.AcquireAsync(_call with { Account = $"other {i}" })).Dispose();
            _served.Clear();
            await Wait(new RunTurn(), "first");
            await Task.WhenAll(Wait(other, "other 1"), Wait(other, "other 2"), Wait(other, "other 3"), Wait(old, "old 1"), Wait(old, "old 2"));
        });

        _served.Should().Equal("first", "old 1", "other 1", "old 2", "other 2", "other 3");
    }

    [Fact]
    public async Task The_requests_of_a_fan_out_share_the_turn_of_their_run_also_among_contexts()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options =>
        {
            (options.Data, options.TimeProvider) = (new DataSize { Profiles = 5 }, _clock);
            options.RateLimits = new RateLimitSettings { Phase = TimeSpan.Zero };
            options.RateLimits.Limits["/api/profiles"] = new RateLimit(1, 600);
        });
        using CountingNetwork network = new();
        await using KlaviyoContext export = new(Options(emulator, network));
        await using KlaviyoContext web = new(Options(emulator, network));
        await export.Profiles.FirstAsync();
        emulator.ClearRequests();

        Task<int> many = export.Profiles.Where(p => p.Email == "a@example.com" || p.PhoneNumber == "+15005550006" || p.ExternalId == "x")
            .AllowFanOut(3).CountAsync();
        await Patience.UntilAsync(() => export.RateLimits.Single().Waiting == 3, many);
        Task<bool> one = web.Profiles.Where(p => p.Email == "interactive@example.com").AnyAsync();
        await Patience.UntilAsync(() => export.RateLimits.Single().Waiting == 4, one);

        // The clock moves only when each request with a permit is answered: until then the server would count it in a later window than the limiter.
        await Patience.UntilAsync(() =>
        {
            if (network.Settled + export.RateLimits.Single().Waiting == 5)
                _clock.Advance(_clock.Elapsed + TimeSpan.FromSeconds(2));
            return network.Settled == 5;
        });

        (await one.InTimeAsync()).Should().BeFalse();
        await many.InTimeAsync();
        emulator.Requests.Select(request => request.Query.Contains("interactive", StringComparison.Ordinal)).Should().Equal(false, true, false, false);
    }

    [Fact]
    public async Task A_paced_context_sends_in_an_even_stream_and_another_of_the_account_sends_at_once()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(
            options => (options.Data, options.TimeProvider) = (new DataSize { Profiles = 5 }, _clock));
        KlaviyoOptions even = Options(emulator);
        even.Pacing = KlaviyoPacing.Even;
        await using KlaviyoContext export = new(even);
        await using KlaviyoContext web = new(Options(emulator));
        await export.Tags.AnyAsync();

        Task<bool> second = export.Tags.AnyAsync();
        await Patience.UntilAsync(() => export.RateLimits.Single().Waiting == 1, second);
        (await web.Tags.AnyAsync()).Should().BeTrue();

        export.RateLimits.Single().Waiting.Should().Be(1, "the limit of a minute is 60 requests, so the second has its place after a second");
        _clock.Pass(TimeSpan.FromSeconds(1.5));
        await second.InTimeAsync();
        emulator.Requests.Should().HaveCount(3);
    }

    private KlaviyoOptions Options(KlaviyoEmulator emulator, HttpMessageHandler? network = null) =>
        new()
        {
            ApiKey = "pk_fair",
            BaseAddress = emulator.BaseAddress,
            HttpMessageHandler = network,
            TimeProvider = _clock,
            Timeout = Timeout.InfiniteTimeSpan,
            TotalTimeout = Timeout.InfiniteTimeSpan,
        };

    private void Run(Func<Task> test) => new OneThread(_clock).Run(test);

    private async Task Wait(RunTurn turn, string name, CancellationToken cancellationToken = default)
    {
        await _limiter.AcquireAsync(_call, new PermitRequest(turn, false, TimeSpan.MaxValue), cancellationToken);
        _served.Add(name);
    }
}
