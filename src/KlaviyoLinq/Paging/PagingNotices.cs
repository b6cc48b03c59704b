using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace KlaviyoLinq.Paging;

/// <summary>Tells what is odd about the pages of a run, and what was done about it. Never shows a cursor, an id or a sort key.</summary>
internal sealed partial class PagingNotices
{
    private const string Klaviyo = "https://a.klaviyo.com";

    private readonly ConcurrentDictionary<string, bool> _elsewhere = [];
    private readonly ILogger _logger;
    private readonly string _origin;

    private PagingNotices(ILogger logger, string origin) => (_logger, _origin) = (logger, origin);

    internal static PagingNotices? For(ILoggerFactory? factory, Uri address) =>
        factory is null ? null : new PagingNotices(factory.CreateLogger("KlaviyoLinq"), address.GetLeftPart(UriPartial.Authority));

    /// <summary>Looks where the link to the next page points: what answers through a proxy names itself or Klaviyo.</summary>
    internal void Look(string operation, string? origin)
    {
        if (origin is not null && origin != Klaviyo && origin != _origin && _elsewhere.TryAdd(origin, true))
            LinkElsewhere(_logger, operation, origin);
    }

    internal void Reanchored(string operation, int depth, string sortKey) => WentOn(_logger, operation, depth, sortKey);

    internal void Replaced(string operation, string sortKey) => CursorReplaced(_logger, operation, sortKey);

    internal void PlaceLost(string operation, int rows) => PlaceNotFound(_logger, operation, rows);

    internal void Repeated(string operation) => CameAgain(_logger, operation);

    [LoggerMessage(30, LogLevel.Warning, "The link to the next page of {Operation} points to {Origin}. Only its cursor is used: neither request nor key go there.")]
    private static partial void LinkElsewhere(ILogger logger, string operation, string origin);

    [LoggerMessage(31, LogLevel.Warning, "Klaviyo cut {Operation} off after {Depth} pages of one chain. The run goes on with a new chain that begins at the {SortKey} of the last row; what comes twice is left out.")]
    private static partial void WentOn(ILogger logger, string operation, int depth, string sortKey);

    [LoggerMessage(32, LogLevel.Warning, "The place in {Operation} that the run continues from was not found again, because the last rows before it are gone or have moved. Nothing is lost; up to {Rows} rows come again.")]
    private static partial void PlaceNotFound(ILogger logger, string operation, int rows);

    [LoggerMessage(34, LogLevel.Warning, "Klaviyo refused the cursor that the run of {Operation} was resumed from. The run goes on with a new chain that begins at the {SortKey} of the last row; rows that were read are left out.")]
    private static partial void CursorReplaced(ILogger logger, string operation, string sortKey);

    [LoggerMessage(33, LogLevel.Warning, "A resource of {Operation} came again within one run: it was changed meanwhile, or Klaviyo repeats itself. It was delivered both times. This is told once for each run.")]
    private static partial void CameAgain(ILogger logger, string operation);
}
