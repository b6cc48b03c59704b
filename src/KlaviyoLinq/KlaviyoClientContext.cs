using KlaviyoLinq.Assembling;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Configuration;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Model;
using KlaviyoLinq.Paging;
using KlaviyoLinq.Pipeline;
using KlaviyoLinq.Sources;
using KlaviyoLinq.Synchronous;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq;

/// <summary>
/// Context for the public data of one company: Klaviyo's <c>/client</c> operations, for apps and web pages without a secret. It takes the company's
/// public id and never sends a key. Thread-safe, and meant to live as long as the application, because it holds the connections.
/// </summary>
public sealed partial class KlaviyoClientContext : IDisposable, IAsyncDisposable
{
    private readonly LazyExecutor _execution;
    private readonly IQueryEngine _provider;

    /// <summary>Initializes a context for a company, with default options.</summary>
    /// <param name="companyId">The company's public id, also named public API key or site id: <c>ABC123</c>. Sent as <c>company_id</c>.</param>
    /// <exception cref="Errors.KlaviyoConfigurationException">The id is missing or malformed, or it is a private key.</exception>
    public KlaviyoClientContext(string companyId)
        : this(companyId, new KlaviyoOptions())
    {
    }

    /// <summary>Initializes a context with options.</summary>
    /// <param name="companyId">The company's public id, also named public API key or site id: <c>ABC123</c>. Sent as <c>company_id</c>.</param>
    /// <param name="options">The options, without a key.</param>
    /// <exception cref="Errors.KlaviyoConfigurationException">The id or an option is missing or malformed, or there is a private key; the message
    /// says which.</exception>
    public KlaviyoClientContext(string companyId, KlaviyoOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        OptionRules.CheckCompanyId(nameof(KlaviyoClientContext), nameof(companyId), companyId);
        _execution = ContextAssembler.ForCompany(options, companyId);
        _provider = new KlaviyoQueryProvider(
            new QueryPipeline(
                options.Catalogue, options.ToModelMap().With(new Dictionary<Type, ClassRules>(), options.DefaultPageSize), options.Grammar,
                options.BaseAddress),
            _execution,
            SynchronousQueries.Terminal(options.AllowSynchronousQueries))
        {
            CompanyId = companyId,
            Commands = new CommandEngine(
                new CommandPreparation(options.Revision, companyId, options.ReadOnly, options.TimeProvider, options.EnableSensitiveDataLogging), _execution),
        };
    }

    /// <summary>
    /// Gets the current state of Klaviyo's rate limits for the company: one entry for each limit that a request of this process has counted against,
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
    public void Dispose() => _execution.Dispose();

    /// <summary>Closes the connections, except those of a given client or handler.</summary>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private CollectionSource<T> Collection<T>(string operationPath)
        where T : KlaviyoResource => new(_provider, operationPath);

    private ResourceSet<T> Set<T>(string singlePath)
        where T : KlaviyoResource => new(_provider, singlePath, singlePath);
}
