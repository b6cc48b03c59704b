using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Loopback;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Streams;

/// <summary>A context that is disposed while a query runs: the query ends with an ObjectDisposedException, wherever it is.</summary>
public sealed class DisposedContextTests(EmulatedAccount account) : QueryTests(account)
{
    private static readonly Dictionary<string, Func<KlaviyoContext, Task>> _runs = new()
    {
        ["list"] = klaviyo => klaviyo.Profiles.ToListAsync(),
        ["count"] = klaviyo => klaviyo.Profiles.CountAsync(),
        ["any"] = klaviyo => klaviyo.Profiles.AnyAsync(),
        ["find"] = klaviyo => klaviyo.Profiles.FindAsync("A"),
        ["get"] = klaviyo => klaviyo.Profiles["A"].GetAsync(),
        ["pages"] = klaviyo => klaviyo.Profiles.AsPages().CountAsync().AsTask(),
        ["fan-out"] = klaviyo => klaviyo.Profiles.Where(p => p.Created > Since || p.Updated > Since).AllowFanOut(2).ToListAsync(),
        ["fan-out in order"] = klaviyo => klaviyo.Profiles.Where(p => p.Created > Since || p.Updated > Since).AllowFanOut(2).OrderBy(p => p.Id).ToListAsync(),
    };

    public static TheoryData<string, bool> Cases
    {
        get
        {
            TheoryData<string, bool> cases = [];
            foreach (string run in _runs.Keys)
            {
                cases.Add(run, false);
                cases.Add(run, true);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_request_in_flight_ends_with_the_context(string run, bool isClientGiven)
    {
        using HeldHandler handler = new();
        using HttpClient client = new(handler, disposeHandler: false);
        KlaviyoContext klaviyo = new(
            Options(options => (options.HttpClient, options.HttpMessageHandler) = (isClientGiven ? client : null, isClientGiven ? null : handler)));
        Task query = _runs[run](klaviyo);
        await handler.RequestArrived.InTimeAsync();

        await klaviyo.DisposeAsync();

        (await FluentActions.Awaiting(() => query.InTimeAsync()).Should().ThrowAsync<ObjectDisposedException>()).Which.ObjectName.Should()
            .Be(nameof(KlaviyoContext));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_next_page_is_not_requested(bool isClientGiven)
    {
        using HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
        KlaviyoContext klaviyo = new(Options(options => options.HttpClient = isClientGiven ? client : null));
        await using IAsyncEnumerator<KlaviyoPage<Profile>> pages = klaviyo.Profiles.PageSize(10).AsPages().GetAsyncEnumerator();
        await pages.MoveNextAsync();
        Emulator.ClearRequests();

        await klaviyo.DisposeAsync();

        await FluentActions.Awaiting(() => pages.MoveNextAsync().AsTask()).Should().ThrowAsync<ObjectDisposedException>();
        Emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_wait_before_a_retry_ends_with_the_context()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => options.Data = DataSize.Empty);
        emulator.Faults.OnAny().Respond(429, TimeSpan.FromSeconds(5));
        KlaviyoContext klaviyo = new(Options(options => (options.BaseAddress, options.TimeProvider) = (emulator.BaseAddress, new ManualTime())));
        Task<bool> query = klaviyo.Profiles.AnyAsync();
        await Patience.UntilAsync(() => emulator.Requests.Count == 1, query);

        await klaviyo.DisposeAsync();

        await FluentActions.Awaiting(() => query.InTimeAsync()).Should().ThrowAsync<ObjectDisposedException>();
        emulator.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task A_token_that_was_cancelled_as_well_is_what_is_reported()
    {
        using HeldHandler handler = new();
        using CancellationTokenSource cancellation = new();
        KlaviyoContext klaviyo = new(Options(options => options.HttpMessageHandler = handler));
        Task<int> query = klaviyo.Profiles.CountAsync(cancellation.Token);
        await handler.RequestArrived.InTimeAsync();

        await cancellation.CancelAsync();
        await klaviyo.DisposeAsync();

        (await FluentActions.Awaiting(() => query.InTimeAsync()).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should()
            .Be(cancellation.Token);
    }

    private KlaviyoOptions Options(Action<KlaviyoOptions> configure)
    {
        KlaviyoOptions options = new() { ApiKey = "pk_tests", EnableRateLimiting = false, BaseAddress = Emulator.BaseAddress };
        configure(options);
        return options;
    }
}
