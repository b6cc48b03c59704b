using KlaviyoLinq.Exchanges;
using KlaviyoLinq.Http;
using KlaviyoLinq.Documents;
using KlaviyoLinq.RateLimiting;
using KlaviyoLinq.Retrying;
using KlaviyoLinq.Telemetry;

namespace KlaviyoLinq.Paging;

/// <summary>The engine of a context: sends its exchanges and reads its pages. Safe to use from several threads.</summary>
internal sealed class KlaviyoExecutor : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly KlaviyoConnection _connection;
    private readonly ExecutionSettings _settings;
    private readonly RateGate _gate;
    private readonly PageFetcher _fetcher;

    internal KlaviyoExecutor(
        KlaviyoConnection connection, ExecutionSettings settings, RateGate gate, RetryPolicy retries, RunObserver observer, RevisionNotices? notices = null)
    {
        (_connection, _settings, _gate) = (connection, settings, gate);
        Exchanges = new ExchangeSender(connection, settings.ShowFilterValues, gate, retries, observer, notices);
        _fetcher = new PageFetcher(Exchanges);
    }

    /// <summary>Sends single exchanges.</summary>
    internal ExchangeSender Exchanges { get; }

    /// <summary>The revision of the requests.</summary>
    internal string Revision => _settings.Revision;

    /// <summary>The treatment of rows that cannot be read.</summary>
    internal FailurePolicy Failures => _settings.Failures;

    /// <summary>Removes the credential from texts of answers.</summary>
    internal Redactor Redactor => _connection.Redactor;

    /// <summary>Reads the pages of a request. Each is requested when it is needed, and each enumeration begins anew.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the run; so does a token of the enumeration.</param>
    internal IAsyncEnumerable<ResourcePage> StreamPages(PageRequest request, CancellationToken cancellationToken) =>
        PageStream.ReadAsync(_fetcher, request, _settings, _closing.Token, cancellationToken);

    /// <summary>Current state of the account's rate limits.</summary>
    internal IReadOnlyList<KlaviyoRateLimitState> DescribeRateLimits() => _gate.Describe();

    public void Dispose()
    {
        // First, so that runs which end because of what follows see that the context was disposed.
        _closing.Cancel();
        _gate.Dispose();
        _connection.Dispose();
    }
}
