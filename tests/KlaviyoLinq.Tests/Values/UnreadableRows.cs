using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Loopback;
using Microsoft.AspNetCore.Http;

namespace KlaviyoLinq.Tests.Values;

/// <summary>A server of 12 events on 3 pages, some of which cannot be read.</summary>
internal sealed class UnreadableRows : IAsyncDisposable
{
    /// <summary>A text among numbers, in the place of the fifth amount and of the last.</summary>
    internal static readonly int[] Bad = [4, 11];

    private readonly LoopbackServer _server;

    private UnreadableRows(LoopbackServer server, RecordedLog log, KlaviyoContext klaviyo) => (_server, Log, Klaviyo) = (server, log, klaviyo);

    internal RecordedLog Log { get; }

    internal KlaviyoContext Klaviyo { get; }

    /// <param name="attributes">The attributes of the event of a number.</param>
    /// <param name="handler">What becomes of rows that cannot be read.</param>
    /// <param name="prefetch">Whether pages are requested ahead.</param>
    internal static async Task<UnreadableRows> StartAsync(
        Func<int, string> attributes, Func<KlaviyoMaterializationException, KlaviyoMaterializationAction>? handler = null, bool prefetch = false)
    {
        LoopbackServer server = await LoopbackServer.StartAsync(context => context.Response.WriteDocumentAsync(Page(context, attributes)));
        RecordedLog log = new();
        KlaviyoContext klaviyo = new(new KlaviyoOptions
        {
            ApiKey = "pk_tests",
            BaseAddress = server.Address,
            EnableRateLimiting = false,
            LoggerFactory = log,
            OnMaterializationError = handler,
            Prefetch = prefetch,
        });
        return new UnreadableRows(server, log, klaviyo);
    }

    public async ValueTask DisposeAsync()
    {
        await Klaviyo.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static string Page(HttpContext context, Func<int, string> attributes)
    {
        int page = int.Parse(context.Request.Query["page[cursor]"].FirstOrDefault("0")!, System.Globalization.CultureInfo.InvariantCulture);
        IEnumerable<string> rows = Enumerable.Range(page * 4, 4).Select(i => $$$"""{"type":"event","id":"E{{{i}}}","attributes":{{{attributes(i)}}}}""");
        string next = page == 2 ? "null" : $"\"https://a.klaviyo.com/api/events?page%5Bcursor%5D={page + 1}\"";
        string self = page == 0 ? "" : $"?page%5Bcursor%5D={page}";
        return $$$"""{"data":[{{{string.Join(',', rows)}}}],"links":{"self":"https://a.klaviyo.com/api/events{{{self}}}","next":{{{next}}}}}""";
    }
}
