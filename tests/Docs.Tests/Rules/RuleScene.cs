using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;
using KlaviyoLinq.Testing;

namespace KlaviyoLinq.Docs.Tests.Rules;

/// <summary>Base class of the compiled code of rule pages: a context, values, and the method that runs a line.</summary>
public abstract class RuleScene : IAsyncDisposable
{
    private const string Company = "ABC123";

    private KlaviyoEmulator _emulator = null!;
    private KlaviyoContext _klaviyo = null!;
    private KlaviyoClientContext _client = null!;

    // The pages write these names in small letters, as locals.
#pragma warning disable IDE1006, SA1300 // names of locals on the pages
    protected KlaviyoContext klaviyo => _klaviyo;

    protected KlaviyoClientContext client => _client;

    protected string key => "pk_rules";

    protected string id => "01GDDKASAP8TKDDA2GRZDSVP4H";

    protected string email => "jane@example.com";

    protected string a => "a@example.com";

    protected string b => "b@example.com";

    protected string text => "\ud83c\udf89 new";

    protected string token => "a-token";

    protected string[] metrics => ["M1", "M2", "M3"];

    protected string[] thousandsOfIds { get; } = [.. Enumerable.Range(0, 2_000).Select(number => $"01J{number:0000000}")];

    protected DateTimeOffset since => new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    protected DateTimeOffset start => since;

    protected DateTimeOffset end => since.AddMonths(6);

    protected DateTimeOffset last => since;

    protected DateTime day => since.UtcDateTime.Date;

    protected Event evt { get; set; } = null!;

    protected KlaviyoCheckpoint yesterday { get; private set; } = null!;

    protected KlaviyoCheckpoint today { get; private set; } = null!;
#pragma warning restore IDE1006, SA1300 // what follows is no part of the pages

    /// <summary>Opens the emulated account, in the language that the page speaks of.</summary>
    public async Task OpenAsync(FilterGrammar grammar)
    {
        _emulator = await KlaviyoEmulator.StartAsync(o =>
        {
            o.Grammar = grammar;
            o.CompanyId = Company;
            o.Data.Profiles = 250;
            o.Data.Events = 20;
        });
        _klaviyo = _emulator.CreateContext(o => o.EnableRateLimiting = false);
        _client = new KlaviyoClientContext(Company, new KlaviyoOptions { BaseAddress = _emulator.BaseAddress, EnableRateLimiting = false });
        evt = await _klaviyo.Events.FirstAsync();
        yesterday = today = await _klaviyo.Profiles.AsPages().Select(page => page.Checkpoint).FirstAsync();
        _emulator.ClearRequests();
    }

    /// <summary>Runs the lines of the block that are refused, each by itself.</summary>
    public abstract IReadOnlyList<Func<Task>> Refused();

    /// <summary>Runs the lines of the block that are to be written instead, each by itself.</summary>
    public abstract IReadOnlyList<Func<Task>> Instead();

    public async ValueTask DisposeAsync()
    {
        await _klaviyo.DisposeAsync();
        await _client.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    protected static int Score(Profile profile) => profile.Email?.Length ?? 0;

    protected static DateTimeOffset Since() => new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    protected static Task Run<T>(IKlaviyoQueryable<T> query) => query.ToListAsync();

    protected static Task Run<T>(IAsyncEnumerable<T> rows) => rows.CountAsync().AsTask();

    protected static Task Run(Task task) => task;

    protected static Task Run(object value) => Task.CompletedTask;
}
