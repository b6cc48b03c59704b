using System.Text.Json;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Faults;
using KlaviyoLinq.Emulator.Filtering;
using KlaviyoLinq.Emulator.RateLimiting;
using KlaviyoLinq.Emulator.Seeding;
using KlaviyoLinq.Emulator.Server;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator;

/// <summary>
/// A Klaviyo of your own: a real HTTP server on 127.0.0.1 that answers Klaviyo's GET operations from data it generates or is given.
/// It speaks the published filter language by its own parser, and says no where Klaviyo says no. What is assumed about Klaviyo rather than known
/// stands in the project's README.
/// </summary>
public sealed class KlaviyoEmulator : IAsyncDisposable
{
    private readonly EmulatorServer _server;
    private readonly ResourceStore _store;
    private readonly RequestLog _log;
    private readonly RequestCounts _counts;

    private KlaviyoEmulator(EmulatorServer server, ResourceStore store, RequestLog log, RequestCounts counts, FaultScript faults)
    {
        _counts = counts;
        Faults = new EmulatorFaults(faults);
        _server = server;
        _store = store;
        _log = log;
        BaseAddress = new Uri(server.BaseAddress + "/");
    }

    /// <summary>Where the emulator listens: <c>http://127.0.0.1:50123/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The requests received so far, oldest first; at most <see cref="KlaviyoEmulatorOptions.RememberedRequests"/> of them.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => _log.All;

    /// <summary>
    /// The windows in which requests have been counted, as they stand now: for each account and limit those of a second, a minute and a day. Empty where
    /// <see cref="KlaviyoEmulatorOptions.RateLimits"/> is not set.
    /// </summary>
    public IReadOnlyList<RateLimitWindow> RateLimits => _counts.Describe();

    /// <summary>The faults that the emulator is told to have; none at first.</summary>
    public EmulatorFaults Faults { get; }

    /// <summary>Generates the data and starts to listen.</summary>
    /// <param name="options">How it is set up; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<KlaviyoEmulator> StartAsync(KlaviyoEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new KlaviyoEmulatorOptions();
        KlaviyoCatalogue catalogue = options.Catalogue;
        ResourceStore store = new(ResourceLayouts.Of(catalogue, facts => FieldRules.HiddenMembers(catalogue, facts)));
        AccountSeeder.Seed(new SeedContext(catalogue, store, options.Seed, options.Data.Of) { Oddities = options.Oddities });
        RequestLog log = new(options.RememberedRequests, options.TimeProvider);
        RequestCounts counts = new(options.RateLimits, options.Seed, options.TimeProvider);
        FaultScript faults = new();
        ServerSettings settings = new()
        {
            Catalogue = catalogue,
            Store = store,
            Grammar = options.Grammar,
            Oddities = options.Oddities,
            LiveRules = options.Strictness == Strictness.Live,
            ApiKeys = options.ApiKeys?.ToHashSet(StringComparer.Ordinal),
            KnownRevisions = (options.KnownRevisions ?? [catalogue.Revision]).ToHashSet(StringComparer.Ordinal),
            Latency = options.Latency,
            Compression = options.Compression,
            Time = options.TimeProvider,
            Counts = counts,
            Received = log.Add,
            Faults = faults,
        };
        return new KlaviyoEmulator(await EmulatorServer.StartAsync(settings, options.Port, cancellationToken).ConfigureAwait(false), store, log, counts, faults);
    }

    /// <summary>Generates the data and starts to listen.</summary>
    /// <param name="configure">Changes the defaults.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static Task<KlaviyoEmulator> StartAsync(Action<KlaviyoEmulatorOptions> configure, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(configure);
        KlaviyoEmulatorOptions options = new();
        configure(options);
        return StartAsync(options, cancellationToken);
    }

    /// <summary>Forgets the requests received so far.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>How many resources of a type there are.</summary>
    /// <exception cref="ArgumentException">The catalogue has no such type.</exception>
    public int Count(string type) => _store.Count(Known(type));

    /// <summary>
    /// Every resource of a type as JSON: <c>type</c>, <c>id</c>, <c>attributes</c> (also those that Klaviyo shows only when asked),
    /// <c>relationships</c> with <c>data</c>, and what is <c>hidden</c>: the form that <see cref="Add(string)"/> takes. For comparing with LINQ to Objects.
    /// </summary>
    /// <exception cref="ArgumentException">The catalogue has no such type.</exception>
    public IReadOnlyList<JsonElement> Resources(string type) => [.. _store.All(Known(type)).Select(ResourceDump.Of)];

    /// <summary>
    /// Adds a resource in JSON:API form, or replaces the one with its type and id. An identifier's <c>meta.joined_group_at</c> tells when a profile joined a
    /// list or segment; a member <c>hidden</c> beside <c>attributes</c> holds what filters reach but no document shows.
    /// </summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    /// <exception cref="ArgumentException">The type, a relationship or a hidden member is unknown, or the id is missing.</exception>
    public void Add(string resourceJson)
    {
        using JsonDocument document = JsonDocument.Parse(resourceJson);
        Add(document.RootElement);
    }

    /// <inheritdoc cref="Add(string)"/>
    public void Add(JsonElement resource) => ResourceJson.Add(_store, resource);

    /// <summary>Removes a resource.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string type, string id) => _store.Remove(Known(type), id);

    /// <summary>Stops listening.</summary>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private string Known(string type) =>
        _store.FindLayout(type) is null ? throw new ArgumentException($"The catalogue has no resource type '{type}'.", nameof(type)) : type;
}
