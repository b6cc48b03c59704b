using Microsoft.Extensions.Logging;

namespace KlaviyoLinq.Telemetry;

/// <summary>Log messages about requests and runs. Event ids never change; requests are masked.</summary>
internal static partial class TelemetryLog
{
    [LoggerMessage(41, LogLevel.Debug, "{Operation}, page {Page}: answered with the status {StatusCode} after {Milliseconds:0} ms.")]
    internal static partial void RequestEnds(ILogger logger, string operation, int page, int statusCode, double milliseconds);

    [LoggerMessage(42, LogLevel.Debug, "{Operation}, page {Page}: no answer after {Milliseconds:0} ms ({Failure}).")]
    internal static partial void RequestFails(ILogger logger, string operation, int page, string failure, double milliseconds);

    [LoggerMessage(43, LogLevel.Warning, "{Operation}, page {Page}: slow, {Milliseconds:0} ms without the wait for permits (KlaviyoOptions.SlowPageThreshold is {Threshold:0} ms).")]
    internal static partial void SlowPage(ILogger logger, string operation, int page, double milliseconds, double threshold);

    [LoggerMessage(44, LogLevel.Debug, "{Operation}: {Pages} pages, {Items} resources, {Retries} retries, {WaitMilliseconds:0} ms rate-limit wait, {Milliseconds:0} ms total: GET {Request}")]
    internal static partial void RunEnds(
        ILogger logger, string operation, int pages, long items, int retries, double waitMilliseconds, double milliseconds, string request);

    [LoggerMessage(46, LogLevel.Debug, "{Operation}: {Outcome}, {Retries} retries, {WaitMilliseconds:0} ms rate-limit wait, {Milliseconds:0} ms total: {Method} {Request}")]
    internal static partial void CommandEnds(
        ILogger logger, string operation, string outcome, int retries, double waitMilliseconds, double milliseconds, string method, string request);

    [LoggerMessage(47, LogLevel.Warning, "{Operation}: the answer was lost, and it is unknown whether Klaviyo has carried it out. It was not sent again.")]
    internal static partial void OutcomeUnknown(ILogger logger, string operation);

    [LoggerMessage(45, LogLevel.Debug, "{Operation}: failed after {Pages} pages and {Items} resources ({Failure}): GET {Request}")]
    internal static partial void RunFails(ILogger logger, string operation, int pages, long items, string failure, string request);
}
