using System.Threading.RateLimiting;
using KlaviyoLinq.Exchanges;
using KlaviyoLinq.Http;
using KlaviyoLinq.Paging;
using KlaviyoLinq.RateLimiting;
using KlaviyoLinq.Retrying;
using KlaviyoLinq.Telemetry;
using Microsoft.Extensions.Logging;

namespace KlaviyoLinq.Assembling;

/// <summary>
/// Builds the engine of a context from its options: transport, limiter, retries, telemetry. The one place that knows which implementations are used.
/// </summary>
/// <param name="options">A copy of the options, which does not change.</param>
internal sealed class ContextAssembler(KlaviyoOptions options)
{
    private ILogger? Logger => options.LoggerFactory?.CreateLogger(Instruments.Name);

    /// <summary>Validates the options of a context that signs its requests, and returns its engine.</summary>
    /// <exception cref="Errors.KlaviyoConfigurationException">An option is missing or malformed.</exception>
    internal static LazyExecutor ForAccount(KlaviyoOptions options)
    {
        options.Validate();
        return new LazyExecutor(new ContextAssembler(options.Copy()).Signing);
    }

    /// <summary>Validates the options of a context that sends no credential, and returns its engine.</summary>
    /// <exception cref="Errors.KlaviyoConfigurationException">An option is missing or malformed, or there is a credential.</exception>
    internal static LazyExecutor ForCompany(KlaviyoOptions options, string companyId)
    {
        options.ValidateForClient();
        KlaviyoOptions copy = options.Copy();
        return new LazyExecutor(() => new ContextAssembler(copy).Assemble(null, $"{companyId} at {copy.BaseAddress.AbsoluteUri}"));
    }

    private KlaviyoExecutor Signing()
    {
        Credential credential = options.TokenProvider is null
            ? new ApiKey(options.ApiKey)
            : new BearerToken(options.TokenProvider, options.TimeProvider, Logger);
        return Assemble(credential, credential.AccountAt(options.BaseAddress.AbsoluteUri));
    }

    private KlaviyoExecutor Assemble(Credential? credential, string account) => new(
        Connection(credential),
        new ExecutionSettings(options.Prefetch, options.EnableSensitiveDataLogging)
        {
            Revision = options.Revision,
            Notices = PagingNotices.For(options.LoggerFactory, options.BaseAddress),
            Failures = new FailurePolicy(options.OnMaterializationError, Logger),
        },
        new RateGate(Limiter(), account, options.Retry.MaxRetryAfter, options.Pacing, Logger),
        Retries(),
        new RunObserver(options.BaseAddress, Logger, options.TimeProvider, options.SlowPageThreshold),
        RevisionNotices.For(options.LoggerFactory, options.Revision, options.TimeProvider));

    private KlaviyoConnection Connection(Credential? credential) => new(new ConnectionSettings
    {
        Credential = credential,
        BaseAddress = options.BaseAddress,
        Revision = options.Revision,
        HttpClient = options.HttpClient,
        HttpMessageHandler = options.HttpMessageHandler,
        TimeProvider = options.TimeProvider,
        MaxResponseBytes = options.MaxResponseBytes,
        Timeout = options.Timeout,
    });

    private PartitionedRateLimiter<KlaviyoCall>? Limiter() =>
        options.EnableRateLimiting ? options.RateLimiter ?? AccountLimiters.Of(options.TimeProvider) : null;

    private RetryPolicy Retries()
    {
        KlaviyoRetryOptions retry = options.Retry;
        var settings = new RetrySettings
        {
            MaxRetries = retry.MaxRetries,
            BaseDelay = retry.BaseDelay,
            MaxDelay = retry.MaxDelay,
            MaxRetryAfter = retry.MaxRetryAfter,
            TotalTimeout = options.TotalTimeout,
            Grace = options.Writes.Grace,
        };
        RetryBudget? budget = retry.BudgetSize is { } size ? new RetryBudget(size, retry.BudgetPerPage, retry.BudgetPerMinute, options.TimeProvider) : null;
        return new RetryPolicy(settings, budget, options.Random ?? new Random(), options.TimeProvider, new RetryLog(options.LoggerFactory));
    }
}
