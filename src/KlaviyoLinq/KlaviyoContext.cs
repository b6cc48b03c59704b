using KlaviyoLinq.Execution;
using KlaviyoLinq.Model;
using KlaviyoLinq.Query;

namespace KlaviyoLinq;

/// <summary>
/// One Klaviyo account, seen through LINQ: a set per collection of the API. A context is cheap, safe to use from many threads at once, and
/// meant to be kept; it holds the connections.
/// </summary>
public partial class KlaviyoContext : IDisposable, IAsyncDisposable
{
    private readonly KlaviyoExecutor _execution;
    private readonly KlaviyoQueryProvider _provider;

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
        _execution = options.ToExecutor();
        _provider = new KlaviyoQueryProvider(options.Catalogue, options.BaseAddress, _execution, options.AllowSynchronousQueries);
    }

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

    /// <summary>Closes what the context holds.</summary>
    /// <param name="disposing">Whether managed resources are to be closed.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _execution.Dispose();
    }

    private ResourceSet<T> CollectionSet<T>(string operationPath)
        where T : KlaviyoResource => new(_provider, operationPath);
}
