using KlaviyoLinq.Errors;
using KlaviyoLinq.Telemetry;
using Microsoft.Extensions.Logging;

namespace KlaviyoLinq.Paging;

/// <summary>Treatment of rows that cannot be read: decides, logs and counts.</summary>
/// <param name="handler">The user's decision; null where every failure is thrown.</param>
/// <param name="logger">The log; null for none.</param>
internal sealed partial class FailurePolicy(Func<KlaviyoMaterializationException, KlaviyoMaterializationAction>? handler, ILogger? logger)
{
    internal KlaviyoMaterializationAction Decide(KlaviyoMaterializationException failure) => handler?.Invoke(failure) ?? KlaviyoMaterializationAction.Throw;

    /// <summary>Records a row that is left out.</summary>
    internal void Skipped(string operation, KlaviyoMaterializationException failure)
    {
        if (logger is not null)
            Skips(logger, operation, failure.ResourceType, failure.ResourceId, failure.JsonPath, failure.Expected, failure.Found);
        Count(operation, "skipped");
    }

    /// <summary>Records a row with null in place of what cannot be read.</summary>
    internal void Nulled(string operation, KlaviyoMaterializationException failure)
    {
        if (logger is not null)
            Nulls(logger, operation, failure.ResourceType, failure.ResourceId, failure.JsonPath, failure.Expected, failure.Found);
        Count(operation, "nulled");
    }

    private static void Count(string operation, string action) => Instruments.UnreadableRows.Add(
        1, new("db.system.name", "klaviyo"), new("db.operation.name", operation), new("klaviyo.materialization.action", action));

    [LoggerMessage(34, LogLevel.Warning, "{Operation}: the {ResourceType} with id '{ResourceId}' cannot be read at {JsonPath} (expected {Expected}, found {Found}). The row is skipped, as KlaviyoOptions.OnMaterializationError decided.")]
    private static partial void Skips(
        ILogger logger, string operation, string? resourceType, string? resourceId, string? jsonPath, string expected, string found);

    [LoggerMessage(35, LogLevel.Warning, "{Operation}: the {ResourceType} with id '{ResourceId}' cannot be read at {JsonPath} (expected {Expected}, found {Found}). Its value is null, as KlaviyoOptions.OnMaterializationError decided.")]
    private static partial void Nulls(
        ILogger logger, string operation, string? resourceType, string? resourceId, string? jsonPath, string expected, string found);
}
