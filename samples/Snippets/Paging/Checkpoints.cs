using KlaviyoLinq;

namespace Snippets.Paging;

internal static class Checkpoints
{
    [Snippet("checkpoints")]
    internal static async Task RunAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        RowStore store = new();
        await RunAsync(klaviyo, store);
        await RunAsync(klaviyo, store);   // there is nothing left
        Console.WriteLine($"{store.Rows} rows in {store.Saves} transactions");
    }

    private static async Task RunAsync(KlaviyoContext klaviyo, RowStore store)
    {
        // snippet: checkpoints
        KlaviyoCheckpoint? checkpoint = store.Load() is { } text ? KlaviyoCheckpoint.Parse(text) : null;

        await foreach (var page in klaviyo.Profiles.OrderBy(p => p.Created).ResumeFrom(checkpoint).AsPages())
            store.Save(page.Items, page.Checkpoint.Serialize());          // one transaction
        // end snippet
    }
}
