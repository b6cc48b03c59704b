using KlaviyoLinq;

namespace Snippets.Journey;

internal static class Travelling
{
    [Snippet("a-query-that-travels")]
    internal static async Task RunAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        DateTimeOffset since = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var query =
            // snippet: a-query-that-travels
            klaviyo.Events.Where(e => e.Datetime >= since).Select(e => new { e.Datetime, e.Metric.Name })
            // end snippet
            ;
        await query.ToListAsync();
    }
}
