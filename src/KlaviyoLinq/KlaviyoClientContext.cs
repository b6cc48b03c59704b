using KlaviyoLinq.Assembling;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Configuration;
using KlaviyoLinq.Paging;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Model;
using KlaviyoLinq.Pipeline;
using KlaviyoLinq.Sources;
using KlaviyoLinq.Synchronous;

namespace KlaviyoLinq;

/// <summary>
/// What Klaviyo tells everybody about one company, seen through LINQ: its <c>/client</c> operations, for apps and web pages that hold no secret. It takes
/// the company's public id and never sends a key. A context is cheap, safe to use from many threads at once, and meant to be kept; it holds the connections.
/// </summary>
public sealed partial class KlaviyoClientContext : IDisposable, IAsyncDisposable
{
    private readonly LazyExecutor _execution;
    private readonly IQueryEngine _provider;

    /// <summary>A context for a company, with the options' defaults.</summary>
    /// <param name="companyId">The company's public id, also called public API key or site id: <c>ABC123</c>. Sent as <c>company_id</c>.</param>
    /// <exception cref="Errors.KlaviyoConfigurationException">The id is missing or malformed, or it is a private key.</exception>
    public KlaviyoClientContext(string companyId)
        : this(companyId, new KlaviyoOptions())
    {
    }

    /// <summary>A context with options of one's own.</summary>
    /// <param name="companyId">The company's public id, also called public API key or site id: <c>ABC123</c>. Sent as <c>company_id</c>.</param>
    /// <param name="options">The options, without a key.</param>
    /// <exception cref="Errors.KlaviyoConfigurationException">The id or an option is missing or malformed, or there is a private key; the message says which.</exception>
    public KlaviyoClientContext(string companyId, KlaviyoOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        OptionRules.CheckCompanyId(nameof(KlaviyoClientContext), nameof(companyId), companyId);
        _execution = ContextAssembler.ForCompany(options, companyId);
        _provider = new KlaviyoQueryProvider(
            new QueryPipeline(options.Catalogue, options.ToModelMap().With(new Dictionary<Type, ClassRules>(), options.DefaultPageSize), options.Grammar, options.BaseAddress),
            _execution,
            SynchronousQueries.Terminal(options.AllowSynchronousQueries))
        {
            CompanyId = companyId,
        };
    }

    /// <summary>
    /// Klaviyo's rate limits as they stand for the company: one entry for each limit that a request of this process has counted against, in the order of
    /// their names. Nothing is sent. Empty where <see cref="KlaviyoOptions.EnableRateLimiting"/> is off or <see cref="KlaviyoOptions.RateLimiter"/> is given.
    /// </summary>
    public IReadOnlyList<KlaviyoRateLimitState> RateLimits => _execution.Value.DescribeRateLimits();

    /// <summary>Closes the connections, unless they came from an injected client.</summary>
    public void Dispose() => _execution.Dispose();

    /// <summary>Closes the connections, unless they came from an injected client.</summary>
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
