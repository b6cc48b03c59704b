using KlaviyoLinq.Emulator.Accounts;
using KlaviyoLinq.Emulator.Faults;
using KlaviyoLinq.Emulator.RateLimiting;
using KlaviyoLinq.Emulator.Server;
using KlaviyoLinq.Emulator.Status;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator;

/// <summary>
/// In-process Klaviyo emulator: an HTTP server on 127.0.0.1 that answers Klaviyo's GET operations from generated or seeded data. It parses the published
/// filter language with its own parser, and rejects what Klaviyo rejects. The project's README lists assumptions about Klaviyo.
/// </summary>
public sealed partial class KlaviyoEmulator : IAsyncDisposable
{
    /// <summary>The name of the account that every emulator has.</summary>
    internal const string DefaultName = "default";

    private const int ShownRequests = 25;

    private readonly EmulatorServer _server;
    private readonly RequestLog _log;
    private readonly RequestCounts _counts;
    private readonly IAccountStorage? _storage;

    private KlaviyoEmulator(
        EmulatorServer server, IReadOnlyList<EmulatorAccount> accounts, RequestLog log, FaultScript faults, RequestCounts counts, IAccountStorage? storage)
    {
        Accounts = accounts;
        Faults = new EmulatorFaults(faults);
        BaseAddress = new Uri(server.BaseAddress + "/");
        _server = server;
        _log = log;
        _counts = counts;
        _storage = storage;
    }

    /// <summary>Gets the address at which the emulator listens: <c>http://127.0.0.1:50123/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The API that is emulated.</summary>
    public KlaviyoCatalogue Catalogue { get; private init; } = null!;

    /// <summary>The filter language.</summary>
    public FilterGrammar Grammar { get; private init; }

    /// <summary>The requests received so far, oldest first; at most <see cref="KlaviyoEmulatorOptions.RequestLogCapacity"/> of them.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => _log.All;

    /// <summary>The accounts: the emulator's own first, which is called <c>default</c>, then those of <see cref="KlaviyoEmulatorOptions.Accounts"/>.</summary>
    public IReadOnlyList<EmulatorAccount> Accounts { get; }

    /// <summary>The default account, which <see cref="Add(string)"/>, <see cref="Resources"/> and similar members use.</summary>
    public EmulatorAccount DefaultAccount => Accounts[0];

    /// <summary>Faults of the emulator; none at first.</summary>
    public EmulatorFaults Faults { get; }

    /// <summary>
    /// The current windows in which requests are counted: for each account and limit those of a second, a minute and a day. Empty where
    /// <see cref="KlaviyoEmulatorOptions.RateLimits"/> is not set.
    /// </summary>
    public IReadOnlyList<RateLimitWindow> RateLimits => _counts.Describe();

    /// <summary>Generates or loads the data and starts to listen.</summary>
    /// <param name="options">How it is set up; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="ArgumentException">Two accounts have the same name, key or company id.</exception>
    public static async Task<KlaviyoEmulator> StartAsync(KlaviyoEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new KlaviyoEmulatorOptions();
        IAccountStorage? storage = options.OpenStorage?.Invoke();
        bool started = false;
        try
        {
            KlaviyoEmulator emulator = await StartAsync(options, storage, cancellationToken).ConfigureAwait(false);
            started = true;
            return emulator;
        }
        finally
        {
            if (!started)
                storage?.Dispose();
        }
    }

    /// <inheritdoc cref="StartAsync(KlaviyoEmulatorOptions, CancellationToken)"/>
    /// <param name="configure">Changes the defaults.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public static Task<KlaviyoEmulator> StartAsync(Action<KlaviyoEmulatorOptions> configure, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(configure);
        KlaviyoEmulatorOptions options = new();
        configure(options);
        return StartAsync(options, cancellationToken);
    }

    /// <summary>An account by its name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public EmulatorAccount Account(string name) =>
        Accounts.FirstOrDefault(account => account.Name == name) ?? throw new ArgumentException($"No account is named '{name}'.", nameof(name));

    /// <summary>Clears <see cref="Requests"/>.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>Stops listening, aborts waiting requests, carries out what was accepted and is to be kept, and closes the storage.</summary>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync().ConfigureAwait(false);
        if (_storage is not null)
            foreach (EmulatorAccount account in Accounts)
                account.FinishWork();
        _storage?.Dispose();
    }

    private static async Task<KlaviyoEmulator> StartAsync(KlaviyoEmulatorOptions options, IAccountStorage? storage, CancellationToken cancellationToken)
    {
        AccountOpener opener = new(options.Catalogue, options.UndocumentedValues, storage, options.TimeProvider, options.ProcessingTime);
        Account standard = opener.Open(DefaultName, options.CompanyId, options.Data, options.RandomSeed);
        KeyRing keys = new(standard, takesAnyKey: options.ApiKeys is null);
        keys.Add(standard, options.ApiKeys ?? []);
        List<Account> accounts = [standard];
        List<EmulatorAccount> opened = [new(standard, options.ApiKeys ?? [], opener.Seeding)];
        foreach (EmulatorAccountOptions other in options.Accounts)
        {
            if (accounts.Any(account => account.Name == other.Name))
                throw new ArgumentException($"An account named '{other.Name}' already exists.", nameof(options));
            accounts.Add(opener.Open(other.Name, other.CompanyId, other.Data, other.RandomSeed));
            keys.Add(accounts[^1], other.ApiKeys);
            opened.Add(new EmulatorAccount(accounts[^1], other.ApiKeys, opener.Seeding));
        }
        RequestLog log = new(options.RequestLogCapacity, options.TimeProvider);
        FaultScript faults = new();
        RequestCounts counts = new(options.RateLimits, options.RandomSeed, options.TimeProvider);
        ServerSettings settings = new()
        {
            Catalogue = options.Catalogue,
            Accounts = accounts,
            Keys = keys,
            Grammar = options.Grammar,
            UndocumentedValues = options.UndocumentedValues,
            LiveRules = options.Strictness == Strictness.Live,
            KnownRevisions = (options.KnownRevisions ?? [options.Catalogue.Revision]).ToHashSet(StringComparer.Ordinal),
            Latency = options.Latency,
            Compression = options.Compression,
            MaxPageDepth = options.MaxPageDepth,
            Links = options.Links,
            NullPlacement = options.NullPlacement,
            Time = options.TimeProvider,
            RandomSeed = options.RandomSeed,
            EarlierStarts = storage?.EarlierStarts ?? 0,
            Counts = counts,
            Received = log.Add,
            Faults = faults,
            Report = () => Report(options, accounts, log, counts, faults),
        };
        EmulatorServer server = await EmulatorServer.StartAsync(settings, options.Port, cancellationToken).ConfigureAwait(false);
        return new KlaviyoEmulator(server, opened, log, faults, counts, storage) { Catalogue = options.Catalogue, Grammar = options.Grammar };
    }

    private static StatusReport Report(
        KlaviyoEmulatorOptions options, IReadOnlyList<Account> accounts, RequestLog log, RequestCounts counts, FaultScript faults) => new()
    {
        Catalogue = options.Catalogue.ToString()!,
        Grammar = options.Grammar.ToString(),
        Strictness = options.Strictness.ToString(),
        Now = options.TimeProvider.GetUtcNow(),
        RequestCount = log.Count,
        Requests = [.. log.All.Reverse().Take(ShownRequests)],
        Windows = counts.Describe(),
        Accounts = [.. accounts.Select(account => account.Name)],
        Data =
        [
            .. from layout in accounts[0].Store.Layouts
               let row = (layout.Type, (IReadOnlyList<int>)[.. accounts.Select(account => account.Store.Count(layout.Type))])
               where row.Item2.Any(count => count > 0)
               select row,
        ],
        Faults = [.. faults.Rules.Select(rule => (rule.Route, rule.Seen, rule.Struck))],
    };
}
