using System.Reflection;
using KlaviyoLinq.Assembling;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Paging;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Model;
using KlaviyoLinq.Pipeline;
using KlaviyoLinq.Sources;
using KlaviyoLinq.Synchronous;

namespace KlaviyoLinq;

/// <summary>
/// One Klaviyo account, seen through LINQ: a set per collection of the API. A context is cheap, safe to use from many threads at once, and
/// meant to be kept; it holds the connections.
/// </summary>
public partial class KlaviyoContext : IDisposable, IAsyncDisposable
{
    private readonly LazyExecutor _execution;
    private readonly Lazy<IQueryEngine> _provider;
    private readonly KlaviyoCatalogue _catalogue;
    private readonly ModelMap _model;

    /// <summary>A context for the account that a private key belongs to, with the options' defaults.</summary>
    /// <param name="apiKey">A private API key: <c>pk_…</c>.</param>
    /// <exception cref="Errors.KlaviyoConfigurationException">The key is missing or malformed.</exception>
    public KlaviyoContext(string apiKey)
        : this(new KlaviyoOptions { ApiKey = apiKey })
    {
    }

    /// <summary>A context with options of one's own.</summary>
    /// <exception cref="Errors.KlaviyoConfigurationException">An option is missing or malformed; the message says which.</exception>
    public KlaviyoContext(KlaviyoOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _execution = ContextAssembler.ForAccount(options);
        _catalogue = options.MappedCatalogue;
        _model = options.ToModelMap();
        (FilterGrammar grammar, Uri address, int? pageSize, bool isSynchronous) = (options.Grammar, options.BaseAddress, options.DefaultPageSize, options.AllowSynchronousQueries);

        // A derived class is not there yet: its model is made when the first set is asked for.
        _provider = new Lazy<IQueryEngine>(() => new KlaviyoQueryProvider(
            new QueryPipeline(_catalogue, CreateModel(pageSize), grammar, address), _execution, SynchronousQueries.Terminal(isSynchronous)));
    }

    /// <summary>The set of a resource class: one of the library's, or one that was mapped with <see cref="KlaviyoOptions.Map{T}()"/>.</summary>
    /// <typeparam name="T">The resource class.</typeparam>
    /// <exception cref="KlaviyoConfigurationException">The class is not mapped, or Klaviyo hands its type out only as what is related to another.</exception>
    public KlaviyoSet<T> Set<T>()
        where T : class
    {
        string? type = _model.Find(typeof(T))?.Type ?? typeof(T).GetCustomAttribute<WireNameAttribute>()?.Name;
        return type is not null && _catalogue.FindSingle(type) is { } single
            ? new ResourceSet<T>(_provider.Value, (_catalogue.FindCollection(type) ?? single).Path, single.Path)
            : throw new KlaviyoConfigurationException("Map", $"there is no set of {typeof(T).Name}: map the class with KlaviyoOptions.Map<{typeof(T).Name}>() first.");
    }

    /// <summary>A resource that is already there, for loading what is related to it: <c>klaviyo.Entry(evt).Reference(e => e.Profile).LoadAsync()</c>. Nothing is sent.</summary>
    /// <typeparam name="T">The resource class.</typeparam>
    /// <param name="resource">The resource; it need not have been read by this context.</param>
    /// <exception cref="ArgumentNullException">The resource is null.</exception>
    public KlaviyoEntry<T> Entry<T>(T resource)
        where T : KlaviyoResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        return new KlaviyoEntry<T>(_provider.Value, resource);
    }

    /// <summary>
    /// Klaviyo's rate limits as they stand for the account: one entry for each limit that a request of this process has counted against, in the order of
    /// their names. Nothing is sent. Empty where <see cref="KlaviyoOptions.EnableRateLimiting"/> is off or <see cref="KlaviyoOptions.RateLimiter"/> is given.
    /// </summary>
    public IReadOnlyList<KlaviyoRateLimitState> RateLimits => _execution.Value.DescribeRateLimits();

    /// <summary>Closes the connections, unless they came from an injected client.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections, unless they came from an injected client.</summary>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// Says what holds for all queries of the context: query filters and page sizes. Called once for each context, when the first of its sets is asked for. By default
    /// nothing holds.
    /// </summary>
    /// <param name="modelBuilder">Takes what holds.</param>
    protected virtual void OnModelCreating(KlaviyoModelBuilder modelBuilder)
    {
    }

    /// <summary>Closes what the context holds.</summary>
    /// <param name="disposing">Whether managed resources are to be closed.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _execution.Dispose();
    }

    private ModelMap CreateModel(int? pageSize)
    {
        KlaviyoModelBuilder builder = new(_model);
        OnModelCreating(builder);
        return _model.With(builder.Rules, pageSize);
    }

    private ResourceSet<T> Set<T>(string operationPath, string singlePath)
        where T : KlaviyoResource => new(_provider.Value, operationPath, singlePath);
}
