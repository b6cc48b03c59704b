using KlaviyoLinq.Assembling;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Entries;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Model;
using KlaviyoLinq.Paging;
using KlaviyoLinq.Pipeline;
using KlaviyoLinq.Sources;
using KlaviyoLinq.Synchronous;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq;

/// <summary>
/// Context of one Klaviyo account: a set for each collection of the API. Stateless and thread-safe, and meant to live as long as the application,
/// because it holds the connections.
/// </summary>
public partial class KlaviyoContext : IDisposable, IAsyncDisposable
{
    private readonly LazyExecutor _execution;
    private readonly Lazy<IQueryEngine> _provider;
    private readonly KlaviyoCatalogue _catalogue;
    private readonly ModelMap _model;

    /// <summary>Initializes a context for the account of a private key, with default options.</summary>
    /// <param name="apiKey">A private API key: <c>pk_…</c>.</param>
    /// <exception cref="Errors.KlaviyoConfigurationException">The key is missing or malformed.</exception>
    public KlaviyoContext(string apiKey)
        : this(new KlaviyoOptions { ApiKey = apiKey })
    {
    }

    /// <summary>Initializes a context with options.</summary>
    /// <exception cref="Errors.KlaviyoConfigurationException">An option is missing or malformed; the message says which.</exception>
    public KlaviyoContext(KlaviyoOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _execution = ContextAssembler.ForAccount(options);
        _catalogue = options.MappedCatalogue;
        _model = options.ToModelMap();
        (FilterGrammar grammar, Uri address, int? pageSize, bool isSynchronous) = (
            options.Grammar, options.BaseAddress, options.DefaultPageSize, options.AllowSynchronousQueries);

        var commands = new CommandEngine(
            new CommandPreparation(options.Revision, null, options.ReadOnly, options.TimeProvider, options.EnableSensitiveDataLogging), _execution);

        // The constructor of a derived class has not run yet, so its model is made when the first set is used.
        _provider = new Lazy<IQueryEngine>(() => new KlaviyoQueryProvider(
            new QueryPipeline(_catalogue, CreateModel(pageSize), grammar, address), _execution, SynchronousQueries.Terminal(isSynchronous))
        {
            Commands = commands,
        });
    }

    /// <summary>Returns the set of a resource class: one of the library's, or one mapped with <see cref="KlaviyoOptions.Map{T}()"/>.</summary>
    /// <typeparam name="T">The resource class.</typeparam>
    /// <exception cref="KlaviyoConfigurationException">The class is not mapped, or resources of its type are only available through a relationship.</exception>
    public KlaviyoSet<T> Set<T>()
        where T : class
    {
        string? type = _model.Find(typeof(T))?.Type ?? MemberMap.TypeOf(typeof(T));
        return type is not null && _catalogue.FindSingle(type) is { } single
            ? new ResourceSet<T>(_provider.Value, (_catalogue.FindCollection(type) ?? single).Path, single.Path)
            : throw new KlaviyoConfigurationException(
                "Map", $"there is no set of {typeof(T).Name}: map the class with KlaviyoOptions.Map<{typeof(T).Name}>() first.");
    }

    /// <summary>
    /// Returns the entry of a resource in memory, to load its relationships: <c>klaviyo.Entry(evt).Reference(e => e.Profile).LoadAsync()</c>. Nothing
    /// is sent.
    /// </summary>
    /// <typeparam name="T">The resource class.</typeparam>
    /// <param name="resource">The resource; it may come from another context.</param>
    /// <exception cref="ArgumentNullException">The resource is null.</exception>
    public KlaviyoEntry<T> Entry<T>(T resource)
        where T : KlaviyoResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        return new KlaviyoEntry<T>(_provider.Value, resource);
    }

    /// <summary>
    /// Gets the current state of Klaviyo's rate limits for the account: one entry for each limit that a request of this process has counted against,
    /// in the order of their names. Nothing is sent. Empty where <see cref="KlaviyoOptions.EnableRateLimiting"/> is off or
    /// <see cref="KlaviyoOptions.RateLimiter"/> is given.
    /// </summary>
    public IReadOnlyList<KlaviyoRateLimitState> RateLimits => _execution.Value.DescribeRateLimits();

    /// <summary>
    /// Explains a command: its requests and bodies, the scopes, the limits, what cannot be undone, and what would happen to a lost answer. The command is
    /// judged as it would be, and nothing is sent: <c>klaviyo.Explain(() => klaviyo.Lists.CreateAsync(list))</c>.
    /// </summary>
    /// <param name="command">Calls the command. A query in it is refused, because it would be sent.</param>
    /// <exception cref="Errors.KlaviyoCommandRefusedException">Klaviyo cannot carry out the command.</exception>
    /// <exception cref="InvalidOperationException">No command is called, or a query is read before it.</exception>
    public KlaviyoCommandExplanation Explain(Func<Task> command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return new KlaviyoCommandExplanation(ExplainScope.Record(command));
    }

    /// <summary>Closes the connections, except those of a given client or handler.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections, except those of a given client or handler.</summary>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// Configures all queries of the context: query filters and page sizes. Called once for each context, when its first set is used. The default
    /// implementation does nothing.
    /// </summary>
    /// <param name="modelBuilder">The builder of the configuration.</param>
    protected virtual void OnModelCreating(KlaviyoModelBuilder modelBuilder)
    {
    }

    /// <summary>Releases the resources of the context.</summary>
    /// <param name="disposing">Whether managed resources are released as well.</param>
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
