using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Loopback;

namespace KlaviyoLinq.Tests.Faults;

/// <summary>Faults of the emulator, by route and call, in the way of a longer query over an account's data.</summary>
public sealed class EmulatedFaultTests : IAsyncLifetime
{
    private static readonly Dictionary<string, (Func<EmulatorFaultRoute, EmulatorFault> Set, Type? Exception)> _faults = new()
    {
        ["429"] = (route => route.Respond(429, TimeSpan.FromSeconds(1)), typeof(KlaviyoRateLimitException)),
        ["500"] = (route => route.Respond(500), typeof(KlaviyoServerException)),
        ["503 with a wait"] = (route => route.Respond(503, TimeSpan.FromSeconds(2)), typeof(KlaviyoServerException)),
        ["524 as HTML"] = (route => route.Html(524), typeof(KlaviyoServerException)),
        ["challenge"] = (route => route.Html(403, challenge: true), typeof(KlaviyoChallengeException)),
        ["reset"] = (route => route.Reset(), typeof(KlaviyoTransportException)),
        ["truncated"] = (route => route.Truncate(1_000), typeof(KlaviyoTransportException)),
        ["empty"] = (route => route.Body(""), typeof(KlaviyoProtocolException)),
    };

    private readonly AcceleratedTime _time = new(new ManualTime());
    private KlaviyoEmulator _emulator = null!;

    public static TheoryData<string> Names => [.. _faults.Keys];

    public async Task InitializeAsync() => _emulator = await KlaviyoEmulator.StartAsync(new KlaviyoEmulatorOptions { Data = new DataSize { Profiles = 500 } });

    public async Task DisposeAsync() => await _emulator.DisposeAsync();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Faults_at_some_calls_lose_and_double_nothing(string name)
    {
        await using KlaviyoContext klaviyo = Context();
        List<string> whole = await klaviyo.Profiles.Select(p => p.Id).ToListAsync();
        int before = _emulator.Requests.Count();
        using EmulatorFault fault = _faults[name].Set(_emulator.Faults.On("GET /api/profiles").Call(1, 2, 4, 7, 8, 9));

        List<string> ids = await klaviyo.Profiles.Select(p => p.Id).ToListAsync();

        ids.Should().Equal(whole).And.HaveCount(500);
        fault.HitCount.Should().Be(6);
        (_emulator.Requests.Count() - before).Should().Be(5 + 6, "each of the five pages comes once, and each fault costs one request");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_fault_that_stays_ends_the_query_after_the_pages_before_it(string name)
    {
        await using KlaviyoContext klaviyo = Context();
        (Func<EmulatorFaultRoute, EmulatorFault> set, Type? exception) = _faults[name];
        using EmulatorFault fault = set(_emulator.Faults.On("GET /api/profiles").From(3));
        List<string> ids = [];

        Func<Task> run = async () =>
        {
            await foreach (string id in klaviyo.Profiles.Select(p => p.Id).AsAsyncEnumerable())
                ids.Add(id);
        };

        KlaviyoException failure = (await run.Should().ThrowAsync<KlaviyoException>()).Which;
        failure.Should().BeOfType(exception);
        (failure.Page, failure.Attempts, failure.ItemsYielded).Should().Be((3, FaultRun.Tries, 200));
        ids.Should().HaveCount(200).And.OnlyHaveUniqueItems();
        fault.HitCount.Should().Be(FaultRun.Tries);
    }

    private KlaviyoContext Context()
    {
        KlaviyoOptions options = Runs.Retrying(_emulator.BaseAddress);
        options.TimeProvider = _time;
        return new KlaviyoContext(options);
    }
}
