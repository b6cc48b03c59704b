using KlaviyoLinq;
using KlaviyoLinq.Importing;
using KlaviyoLinq.Model;
using KlaviyoLinq.Writing;

namespace Snippets.Writing;

internal static class Importing
{
    [Snippet("import-stream")]
    internal static async Task StreamAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        IAsyncEnumerable<Profile> rows = AsyncEnumerable.Range(0, 250).Select(i => new Profile { Email = $"customer{i}@example.com", FirstName = "Ada" });
        // snippet: import-stream
        KlaviyoImportResult result = await klaviyo.Profiles.ImportAsync(rows, listIds: ["Y6nRLr"], new KlaviyoImportOptions
        {
            SetsAsideRejectedRows = true,
            Rejected = row => Console.Error.WriteLine($"row {row.Row}: {row.Error}"),
        });
        Console.WriteLine($"{result.Completed} of {result.Read} imported, {result.RejectedCount} rejected");
        // end snippet
    }

    [Snippet("import-journal")]
    internal static async Task JournalAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        string folder = Directory.CreateTempSubdirectory().FullName;
        IAsyncEnumerable<NewEvent> orders = AsyncEnumerable.Range(0, 3).Select(i => new NewEvent("Placed Order")
        {
            Profile = new() { Email = "ada@example.com" }, UniqueId = $"order-{i}", Value = 9.99m, ValueCurrency = "EUR",
            Time = new DateTimeOffset(2026, 7, 1, 9, i, 0, TimeSpan.Zero),
        });
        // snippet: import-journal
        KlaviyoJournal journal = KlaviyoJournal.File(Path.Combine(folder, "orders.jsonl"));
        KlaviyoImportResult first = await klaviyo.Events.ImportAsync(orders, new KlaviyoImportOptions { Journal = journal });
        KlaviyoImportResult again = await klaviyo.Events.ImportAsync(orders, new KlaviyoImportOptions { Journal = journal });
        Console.WriteLine($"{first.Requests} request, then {again.Requests}: {again.Resumed} rows were done");
        // end snippet
        Directory.Delete(folder, recursive: true);
    }
}
