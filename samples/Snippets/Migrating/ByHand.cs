using System.Net;
using System.Text.Json;

namespace Snippets.Migrating;

/// <summary>Hand-written client code, with which the pages on migration begin.</summary>
internal static class ByHand
{
    [Snippet("by-hand")]
    internal static async Task PagesAsync(Stage stage)
    {
        using HttpClient client = Client(stage);
        DateTimeOffset since = new(2026, 6, 30, 0, 0, 0, TimeSpan.Zero);
        // snippet: by-hand
        string? next = "/api/profiles?filter=" + Uri.EscapeDataString(FormattableString.Invariant($"greater-than(created,{since:yyyy-MM-dd'T'HH:mm:ss'Z'})"))
            + "&sort=-created&fields[profile]=email,location.city&page[size]=100";
        while (next is not null)
        {
            using HttpResponseMessage response = await client.GetAsync(next);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(10));
                continue;
            }

            response.EnsureSuccessStatusCode();
            using JsonDocument page = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            foreach (JsonElement profile in page.RootElement.GetProperty("data").EnumerateArray())
            {
                JsonElement attributes = profile.GetProperty("attributes");
                Console.WriteLine($"{attributes.GetProperty("email").GetString()} {attributes.GetProperty("location").GetProperty("city").GetString()}");
            }

            next = page.RootElement.GetProperty("links").GetProperty("next").GetString();
        }
        // end snippet
    }

    [Snippet("included-by-hand")]
    internal static async Task IncludedAsync(Stage stage)
    {
        using HttpClient client = Client(stage);
        // snippet: included-by-hand
        using JsonDocument page = JsonDocument.Parse(await client.GetStringAsync(
            "/api/events?include=metric&fields[event]=datetime&fields[metric]=name&sort=-datetime&page[size]=3"));
        var metrics = page.RootElement.GetProperty("included").EnumerateArray()
            .Where(resource => resource.GetProperty("type").GetString() == "metric")
            .ToDictionary(resource => resource.GetProperty("id").GetString()!);
        foreach (JsonElement e in page.RootElement.GetProperty("data").EnumerateArray())
        {
            string id = e.GetProperty("relationships").GetProperty("metric").GetProperty("data").GetProperty("id").GetString()!;
            Console.WriteLine($"{e.GetProperty("attributes").GetProperty("datetime").GetDateTimeOffset():u} {metrics[id].GetProperty("attributes").GetProperty("name").GetString()}");
        }
        // end snippet
    }

    private static HttpClient Client(Stage stage)
    {
        HttpClient client = new() { BaseAddress = stage.Emulator.BaseAddress };
        client.DefaultRequestHeaders.Add("Authorization", "Klaviyo-API-Key pk_your_private_key");
        client.DefaultRequestHeaders.Add("revision", "2026-07-15");
        return client;
    }
}
