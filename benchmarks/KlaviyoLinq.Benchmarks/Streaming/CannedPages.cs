using System.Text;
using System.Text.Json.Nodes;
using KlaviyoLinq.Emulator;

namespace KlaviyoLinq.Benchmarks.Streaming;

/// <summary>Pages of profiles as the emulator writes them, kept as bytes: a server that only hands them out is not what is measured.</summary>
internal sealed class CannedPages
{
    private const string Projection = "fields[profile]=email,location.city&";

    private CannedPages(List<byte[]> whole, List<byte[]> sparse) => (Whole, Sparse) = (whole, sparse);

    internal IReadOnlyList<byte[]> Whole { get; }

    /// <summary>The same profiles as a query for email and city gets them.</summary>
    internal IReadOnlyList<byte[]> Sparse { get; }

    internal static async Task<CannedPages> MakeAsync(int profiles, int pageSize = 100)
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => options.Data.Profiles = profiles);
        using HttpClient client = new() { BaseAddress = emulator.BaseAddress };
        client.DefaultRequestHeaders.Add("Authorization", "Klaviyo-API-Key pk_benchmark");
        client.DefaultRequestHeaders.Add("revision", "2026-07-15");
        return new CannedPages(
            await ReadAsync(client, $"api/profiles?page[size]={pageSize}"), await ReadAsync(client, $"api/profiles?{Projection}page[size]={pageSize}"));
    }

    /// <summary>A page's beginning, up to its links: the rest is written by the server.</summary>
    internal static byte[] WithoutLinks(byte[] page) => page[..page.AsSpan().LastIndexOf(",\"links\":"u8)];

    private static async Task<List<byte[]>> ReadAsync(HttpClient client, string first)
    {
        List<byte[]> pages = [];
        for (string? next = first; next is not null;)
        {
            byte[] page = await client.GetByteArrayAsync(new Uri(next, UriKind.RelativeOrAbsolute));
            pages.Add(page);
            next = (string?)JsonNode.Parse(Encoding.UTF8.GetString(page))!["links"]!["next"];
        }

        return pages;
    }
}
