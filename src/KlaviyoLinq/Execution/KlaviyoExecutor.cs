using KlaviyoLinq.Http;
using KlaviyoLinq.JsonApi;
using KlaviyoLinq.RateLimiting;
using KlaviyoLinq.Retrying;
using KlaviyoLinq.Telemetry;

namespace KlaviyoLinq.Execution;

/// <summary>Runs requests. One per context; safe to use from several threads.</summary>
internal sealed class KlaviyoExecutor(KlaviyoConnection connection, ExecutionSettings settings, RateGate gate, RetryPolicy retries, RunObserver observer, RevisionNotices? notices = null) : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly PageFetcher _fetcher = new(connection, settings.ShowFilterValues, gate, retries, observer, notices);

    /// <summary>The revision that is asked.</summary>
    internal string Revision => settings.Revision;

    /// <summary>Removes the credential from texts of answers.</summary>
    internal Redactor Redactor => connection.Redactor;

    /// <summary>What becomes of rows that cannot be read.</summary>
    internal FailurePolicy Failures => settings.Failures;

    /// <summary>The pages of a request, asked for as they are read. Every enumeration is a run of its own.</summary>
    /// <param name="request">What to ask for.</param>
    /// <param name="cancellationToken">Stops the run; so does a token given to the enumeration.</param>
    internal IAsyncEnumerable<ResourcePage> StreamPages(PageRequest request, CancellationToken cancellationToken) =>
        PageStream.ReadAsync(_fetcher, request, settings, _closing.Token, cancellationToken);

    /// <summary>The account's rate limits as they stand.</summary>
    internal IReadOnlyList<KlaviyoRateLimitState> DescribeRateLimits() => gate.Describe();

    public void Dispose()
    {
        // First of all: a run that is stopped asks whether the context was disposed.
        _closing.Cancel();
        gate.Dispose();
        connection.Dispose();
    }
}
