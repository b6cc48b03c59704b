using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace KlaviyoLinq.Paging;

/// <summary>Log messages about unusual pages, and what was done about them. They contain no cursor, id or sort key.</summary>
internal sealed partial class PagingNotices
{
    private const string Klaviyo = "https://a.klaviyo.com";

    private readonly ConcurrentDictionary<string, bool> _elsewhere = [];
    private readonly ILogger _logger;
    private readonly string _origin;

    private PagingNotices(ILogger logger, string origin) => (_logger, _origin) = (logger, origin);

    internal static PagingNotices? For(ILoggerFactory? factory, Uri address) =>
        factory is null ? null : new PagingNotices(factory.CreateLogger("KlaviyoLinq"), address.GetLeftPart(UriPartial.Authority));

    /// <summary>Checks the host of the link to the next page. Behind a proxy it is the proxy's or Klaviyo's.</summary>
    internal void Look(string operation, string? origin)
    {
        if (origin is not null && origin != Klaviyo && origin != _origin && _elsewhere.TryAdd(origin, true))
            LinkElsewhere(_logger, operation, origin);
    }

    internal void Reanchored(string operation, int depth, string sortKey) => WentOn(_logger, operation, depth, sortKey);

    internal void Replaced(string operation, string sortKey) => CursorReplaced(_logger, operation, sortKey);

    internal void PlaceLost(string operation, int rows) => PlaceNotFound(_logger, operation, rows);

    internal void Repeated(string operation) => CameAgain(_logger, operation);

    [LoggerMessage(30, LogLevel.Warning, "The link to the next page of {Operation} points to {Origin}. Only its cursor is used; neither requests nor the key are sent there.")]
    private static partial void LinkElsewhere(ILogger logger, string operation, string origin);

    [LoggerMessage(31, LogLevel.Warning, "Klaviyo cut {Operation} off after {Depth} pages of one chain. The run continues with a new chain that begins at the {SortKey} of the last row; repeated rows are left out.")]
    private static partial void WentOn(ILogger logger, string operation, int depth, string sortKey);

    [LoggerMessage(32, LogLevel.Warning, "The position in {Operation} that the run resumes from was not found, because the last rows before it are gone or have moved. Nothing is lost; up to {Rows} rows are repeated.")]
    private static partial void PlaceNotFound(ILogger logger, string operation, int rows);

    [LoggerMessage(36, LogLevel.Warning, "Klaviyo rejected the cursor that the run of {Operation} was resumed from. The run continues with a new chain that begins at the {SortKey} of the last row; rows that were read are left out.")]
    private static partial void CursorReplaced(ILogger logger, string operation, string sortKey);

    [LoggerMessage(33, LogLevel.Warning, "A resource of {Operation} was returned twice within one run: it was changed in the meantime, or Klaviyo repeats rows. It was delivered both times. Reported once for each run.")]
    private static partial void CameAgain(ILogger logger, string operation);
}
