using System.Collections.Concurrent;
using System.Globalization;
using KlaviyoLinq.Documents;
using Microsoft.Extensions.Logging;

namespace KlaviyoLinq.Exchanges;

/// <summary>Warnings about the revisions that answers report: once for each report, not once for each page.</summary>
internal sealed partial class RevisionNotices
{
    // A revision is stable for a year, deprecated for another, and then retired. The warning begins with its last year.
    private const int DaysDeprecated = 365;

    private readonly ILogger _logger;
    private readonly string _asked;
    private readonly TimeProvider _time;

    // Endpoints have answered at different revisions, also to concurrent queries, so the latest report alone is not enough.
    private readonly ConcurrentDictionary<AnsweredRevision, bool> _reported = [];

    private RevisionNotices(ILogger logger, string asked, TimeProvider time) => (_logger, _asked, _time) = (logger, asked, time);

    internal static RevisionNotices? For(ILoggerFactory? factory, string asked, TimeProvider time) =>
        factory is null ? null : new RevisionNotices(factory.CreateLogger("KlaviyoLinq"), asked, time);

    internal void Look(AnsweredRevision reported)
    {
        if (!_reported.TryAdd(reported, true))
            return;
        if (reported.Retirement is { } day && day.DayNumber - DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime).DayNumber <= DaysDeprecated)
            RevisionRetires(_logger, reported.Name ?? _asked, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (reported.Name is { } answered && answered != _asked)
            RevisionDiffers(_logger, _asked, answered);
    }

    [LoggerMessage(1, LogLevel.Warning, "Klaviyo retires revision {Revision} on {RetirementDate}. Move to a newer one with KlaviyoOptions.Revision.")]
    private static partial void RevisionRetires(ILogger logger, string revision, string retirementDate);

    [LoggerMessage(2, LogLevel.Warning, "The request was for revision {Revision}, and Klaviyo answered at {AnsweredRevision}.")]
    private static partial void RevisionDiffers(ILogger logger, string revision, string answeredRevision);
}
