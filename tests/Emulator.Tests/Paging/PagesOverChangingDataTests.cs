using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Paging;

public sealed class PagesOverChangingDataTests
{
    [Fact]
    public async Task Resources_that_stay_are_met_once_in_order_whatever_comes_and_goes_meanwhile()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(o => o.Data = DataSize.Empty);
        using EmulatorClient client = new(emulator);
        for (int i = 0; i < 100; i++)
            emulator.Add(Profile($"P{i:000}", $"m{i:000}@example.com"));
        List<string> met = [];
        int turn = 0;

        for (string? next = "/api/profiles?sort=email&page[size]=10"; next is not null; turn++)
        {
            JsonElement page = (await client.Get(next)).Body;
            met.AddRange(page.GetProperty("data").EnumerateArray().Select(r => r.GetProperty("id").GetString()!));
            next = page.GetProperty("links").GetProperty("next").GetString();
            emulator.Add(Profile($"A{turn}", $"a{turn}@example.com"));
            emulator.Add(Profile($"Z{turn}", $"z{turn}@example.com"));
            emulator.Remove("profile", met[^1]).Should().BeTrue("the row that the cursor stands on goes");
            emulator.Remove("profile", met[^5]).Should().BeTrue("and one that was met before goes");
        }

        met.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
        met.Where(id => id[0] == 'P').Should().Equal(Enumerable.Range(0, 100).Select(i => $"P{i:000}"));
        met.Should().NotContain(id => id[0] == 'A', "what comes in before the cursor is not met");
        met.Should().Contain("Z0", "what comes in after the cursor is");
    }

    [Fact]
    public async Task Going_back_meets_what_stays_once_in_order_whatever_comes_and_goes_meanwhile()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(o => o.Data = DataSize.Empty);
        using EmulatorClient client = new(emulator);
        for (int i = 0; i < 100; i++)
            emulator.Add(Profile($"P{i:000}", $"m{i:000}@example.com"));
        JsonElement last = (await client.Pages("/api/profiles?sort=email&page[size]=10"))[^1];
        List<string> met = [.. Ids(last).Reverse()];
        int turn = 0;

        for (string? previous = last.GetProperty("links").GetProperty("prev").GetString(); previous is not null; turn++)
        {
            emulator.Add(Profile($"A{turn}", $"a{turn}@example.com"));
            emulator.Add(Profile($"Z{turn}", $"z{turn}@example.com"));
            emulator.Remove("profile", met[^1]).Should().BeTrue("the row that the cursor stands on goes");
            JsonElement page = (await client.Get(previous)).Body;
            met.AddRange(Ids(page).Reverse());
            previous = page.GetProperty("links").GetProperty("prev").GetString();
        }

        met.Should().OnlyHaveUniqueItems().And.BeInDescendingOrder(StringComparer.Ordinal);
        met.Where(id => id[0] == 'P').Should().Equal(Enumerable.Range(0, 100).Select(i => $"P{99 - i:000}"));
        met.Should().NotContain(id => id[0] == 'Z', "what comes in behind the cursor is not met");
        met.Should().Contain("A0", "what comes in before it is");
    }

    [Fact]
    public async Task A_cursor_whose_page_has_vanished_gives_an_empty_last_page()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(o => o.Data = DataSize.Empty);
        using EmulatorClient client = new(emulator);
        emulator.Add(Profile("1", "a@example.com"));
        emulator.Add(Profile("2", "b@example.com"));
        string next = (await client.Get("/api/profiles?page[size]=1")).Body.GetProperty("links").GetProperty("next").GetString()!;
        emulator.Remove("profile", "2");

        JsonElement page = (await client.Get(next)).Body;

        page.GetProperty("data").GetArrayLength().Should().Be(0);
        page.GetProperty("links").GetProperty("next").ValueKind.Should().Be(JsonValueKind.Null);
    }

    private static IEnumerable<string> Ids(JsonElement page) => page.GetProperty("data").EnumerateArray().Select(r => r.GetProperty("id").GetString()!);

    private static string Profile(string id, string email) => $$"""{"type":"profile", "id":"{{id}}", "attributes":{"email":"{{email}}"} }""";
}
