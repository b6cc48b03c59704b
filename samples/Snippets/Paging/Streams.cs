using KlaviyoLinq;

namespace Snippets.Paging;

internal static class Streams
{
    [Snippet("streams")]
    internal static async Task RunAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        using CancellationTokenSource source = new();
        CancellationToken cancel = source.Token;
        // snippet: streams
        double revenue = 0;
        await foreach (var e in klaviyo.Events.OrderBy(e => e.Datetime).AsAsyncEnumerable().WithCancellation(cancel))
            revenue += (double?)e.EventProperties.GetNumber("$value") ?? 0;

        await foreach (var page in klaviyo.Events.PageSize(500).AsPages())
            Console.WriteLine($"{page.Items.Count} events, revision {page.Revision}");
        // end snippet
        ArgumentOutOfRangeException.ThrowIfZero(revenue);
    }
}
