using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Documents;
using Xunit.Abstractions;

namespace KlaviyoLinq.Tests.Queries;

[Collection("alone")]
public sealed class RelationshipCostTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("/api/profiles?page[size]=100", 40)]
    [InlineData("/api/catalog-items?page[size]=100", 60)]
    [InlineData("/api/events?page[size]=100", 300)]
    public async Task The_relationships_of_a_page_cost_almost_nothing_until_they_are_read(string request, int bytesPerItem)
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync();
        byte[] whole = await Page(emulator, request);
        JsonNode page = JsonNode.Parse(whole)!;
        foreach (JsonNode? resource in page["data"]!.AsArray())
            resource!.AsObject().Remove("relationships");
        byte[] without = System.Text.Encoding.UTF8.GetBytes(
            page.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

        long with = Allocated(whole);
        long bare = Allocated(without);

        output.WriteLine($"{request}: {bare / 100.0} bytes for each resource without relationships, {with / 100.0} with them");
        ((with - bare) / 100).Should().BeLessThan(bytesPerItem);
    }

    private static long Allocated(byte[] page)
    {
        for (int i = 0; i < 3; i++)
            DocumentReader.Read(page);
        long before = GC.GetAllocatedBytesForCurrentThread();
        DocumentReader.Read(page).Resources.Should().HaveCount(100);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static async Task<byte[]> Page(KlaviyoEmulator emulator, string request)
    {
        using HttpClient client = new() { BaseAddress = emulator.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Klaviyo-API-Key", "pk_tests");
        client.DefaultRequestHeaders.Add("revision", "2026-07-15");
        return await client.GetByteArrayAsync(request);
    }
}
