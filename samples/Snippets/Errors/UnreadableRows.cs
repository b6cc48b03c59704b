using KlaviyoLinq;

namespace Snippets.Errors;

internal static class UnreadableRows
{
    [Snippet("unreadable-rows")]
    internal static async Task Run(Stage stage)
    {
        stage.Emulator.Add("""{"type":"event","id":"BAD","attributes":{"datetime":"2030-01-01T00:00:00+00:00","event_properties":{"$value":"1,234.50"}}}""");
        DateTimeOffset since = new(2029, 1, 1, 0, 0, 0, TimeSpan.Zero);

        // snippet: unreadable-rows
        var options = new KlaviyoOptions
        {
            ApiKey = "pk_your_private_key",
            OnMaterializationError = failure =>
            {
                Console.WriteLine($"{failure.ResourceType} {failure.ResourceId}, {failure.JsonPath}: expected {failure.Expected}, found {failure.Found}");
                return KlaviyoMaterializationAction.SkipRow;      // or UseNull, or Throw
            },
        };
        // end snippet

        await using KlaviyoContext klaviyo = stage.Query(options);

        // snippet: unreadable-rows
        var amounts = await klaviyo.Events.Where(e => e.Datetime >= since).Select(e => e.EventProperties.GetNumber("$value")).ToListAsync();
        Console.WriteLine($"{amounts.Count} rows");
        // end snippet
    }

    [Snippet("values-of-any-kind")]
    internal static async Task Try(Stage stage)
    {
        stage.Emulator.Add("""{"type":"event","id":"BAD","attributes":{"datetime":"2030-01-01T00:00:00+00:00","event_properties":{"$value":"1,234.50"}}}""");
        KlaviyoContext klaviyo = stage.Klaviyo;
        DateTimeOffset since = new(2029, 1, 1, 0, 0, 0, TimeSpan.Zero);

        // snippet: values-of-any-kind
        await foreach (var e in klaviyo.Events.Where(e => e.Datetime >= since))
        {
            if (e.EventProperties.TryGetNumber("$value", out double amount))
                Console.WriteLine($"{amount}");
            else
                Console.WriteLine($"not a number: {e.EventProperties["$value"]}");
        }

        var rows = await klaviyo.Events.Where(e => e.Datetime >= since)
            .Select(e => new { e.Id, Amount = e.EventProperties["$value"].AsNumber() }).ToListAsync();
        // end snippet
        Console.WriteLine(rows.Count);
    }
}
