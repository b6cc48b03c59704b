using KlaviyoLinq.Errors;
using Microsoft.Extensions.Logging;

namespace KlaviyoLinq.Retrying;

/// <summary>Log messages about retries. They contain no address, no filter value and no text of an answer.</summary>
internal sealed partial class RetryLog(ILoggerFactory? factory)
{
    private readonly ILogger? _logger = factory?.CreateLogger("KlaviyoLinq");

    internal void Retries(string operation, int page, int attempt, int maximum, TimeSpan delay, KlaviyoException failure)
    {
        if (_logger is not null)
            Retrying(_logger, operation, page, attempt, maximum, delay.TotalMilliseconds, RetryRules.Describe(failure));
    }

    internal void Recovers(string operation, int page, int attempts)
    {
        if (_logger is not null)
            Recovered(_logger, operation, page, attempts);
    }

    internal void GivesUp(string operation, int page, int attempts, KlaviyoException failure, string reason)
    {
        if (_logger is not null)
            GaveUp(_logger, operation, page, attempts, RetryRules.Describe(failure), reason);
    }

    [LoggerMessage(20, LogLevel.Warning, "{Operation}, page {Page}: attempt {Attempt} of {MaxAttempts} failed ({Failure}); retrying in {DelayMilliseconds:0} ms.")]
    private static partial void Retrying(ILogger logger, string operation, int page, int attempt, int maxAttempts, double delayMilliseconds, string failure);

    [LoggerMessage(21, LogLevel.Information, "{Operation}, page {Page}: succeeded at attempt {Attempts}.")]
    private static partial void Recovered(ILogger logger, string operation, int page, int attempts);

    [LoggerMessage(22, LogLevel.Warning, "{Operation}, page {Page}: gave up after attempt {Attempts} ({Failure}). {Reason}")]
    private static partial void GaveUp(ILogger logger, string operation, int page, int attempts, string failure, string reason);
}
