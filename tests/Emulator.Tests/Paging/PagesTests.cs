using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Paging;

[Trait("Category", "Culture")]
public sealed class PagesTests(SeededAccount account) : IClassFixture<SeededAccount>
{
    private readonly EmulatorClient _client = account.Client;

    [Theory]
    [InlineData("/api/profiles?page[size]=7", "profile")]
    [InlineData("/api/profiles?page[size]=100&sort=-email", "profile")]
    [InlineData("/api/profiles?page[size]=33&sort=updated", "profile")]
    [InlineData("/api/profiles?page[size]=33&sort=subscriptions.email.marketing.suppression.timestamp", "profile")]
    [InlineData("/api/events?page[size]=999", "event")]
    [InlineData("/api/lists", "list")]
    [InlineData("/api/tags?sort=-name", "tag")]
    public async Task All_pages_together_hold_every_resource_once(string request, string type)
    {
        List<string> ids = await _client.Ids(request);

        ids.Should().OnlyHaveUniqueItems();
        ids.Order(StringComparer.Ordinal).Should().Equal(
            account.Emulator.Resources(type).Select(r => r.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("email")]
    [InlineData("created")]
    public async Task Pages_follow_the_sort_and_its_reverse_is_the_reverse(string key)
    {
        List<string> up = await _client.Ids($"/api/profiles?page[size]=9&sort={key}");
        List<string> down = await _client.Ids($"/api/profiles?page[size]=11&sort=-{key}");

        down.AsEnumerable().Reverse().Should().Equal(up);
    }

    [Fact]
    public async Task Emails_come_in_ordinal_order_and_nulls_last()
    {
        List<string?> emails = [.. (await _client.Rows("/api/profiles?sort=email&page[size]=100&fields[profile]=email"))
            .Select(r => r.GetProperty("attributes").GetProperty("email").GetString())];

        emails.Should().Contain((string?)null);
        emails.Should().Equal(
            emails.Order(Comparer<string?>.Create((l, r) => l is null || r is null ? (l is null).CompareTo(r is null) : string.CompareOrdinal(l, r))));
    }

    [Fact]
    public async Task Going_back_by_prev_meets_the_same_pages()
    {
        List<JsonElement> forth = await _client.Pages("/api/profiles?page[size]=50&sort=-created");
        List<string> back = [forth[^1].GetProperty("data").GetRawText()];
        for (string? previous = forth[^1].GetProperty("links").GetProperty("prev").GetString(); previous is not null;)
        {
            JsonElement page = (await _client.Get(previous)).Body;
            back.Add(page.GetProperty("data").GetRawText());
            previous = page.GetProperty("links").GetProperty("prev").GetString();
        }

        back.AsEnumerable().Reverse().Should().Equal(forth.Select(page => page.GetProperty("data").GetRawText()));
    }

    [Fact]
    public async Task Links_repeat_every_parameter_as_it_was_sent_and_append_the_cursor()
    {
        const string Request = "/api/profiles?page%5Bsize%5D=2&fields[profile]=email&sort=-created&filter=greater-than(created%2C2024-01-01T00:00:00%2B00:00)";

        JsonElement links = (await _client.Get(Request)).Body.GetProperty("links");
        string next = links.GetProperty("next").GetString()!;
        JsonElement second = (await _client.Get(next)).Body.GetProperty("links");

        string address = account.Emulator.BaseAddress.ToString().TrimEnd('/') + Request;
        links.EnumerateObject().Select(l => l.Name).Should().Equal("self", "next", "prev");
        links.GetProperty("self").GetString().Should().Be(address);
        links.GetProperty("prev").ValueKind.Should().Be(JsonValueKind.Null);
        next.Should().StartWith(address + "&page%5Bcursor%5D=").And.MatchRegex("=[A-Za-z0-9_-]+$");
        second.GetProperty("self").GetString().Should().Be(next);
        second.GetProperty("next").GetString().Should().StartWith(address + "&page%5Bcursor%5D=");
    }

    [Theory]
    [InlineData("/api/profiles?page[size]=2&sort=created")]
    [InlineData("/api/profiles?page[size]=2&filter=greater-than(created,2024-01-01)")]
    [InlineData("/api/lists")]
    public async Task A_cursor_answers_to_its_own_question_only(string other)
    {
        string next = (await _client.Get("/api/profiles?page[size]=2")).Body.GetProperty("links").GetProperty("next").GetString()!;
        string cursor = next[(next.LastIndexOf('=') + 1)..];

        Answer foreign = await _client.Get(other + (other.Contains('?') ? "&" : "?") + "page[cursor]=" + cursor);
        Answer altered = await _client.Get("/api/profiles?page[size]=2&page[cursor]=" + (cursor[0] == 'A' ? "B" : "A") + cursor[1..]);
        Answer resized = await _client.Get("/api/profiles?page[size]=5&page[cursor]=" + cursor);

        foreign.Detail.Should().Be("Invalid page cursor.");
        altered.Detail.Should().Be("Invalid page cursor.");
        resized.Body.GetProperty("data").GetArrayLength().Should().Be(5);
    }

    [Fact]
    public async Task The_whole_of_the_next_link_is_taken_for_its_cursor_as_the_official_clients_send_it()
    {
        string next = (await _client.Get("/api/profiles?page[size]=2&sort=email")).Body.GetProperty("links").GetProperty("next").GetString()!;

        List<string> followed = [.. (await _client.Get(next)).Body.GetProperty("data").EnumerateArray().Select(r => r.GetProperty("id").GetString()!)];
        Answer given = await _client.Get("/api/profiles?page[size]=2&sort=email&page[cursor]=" + Uri.EscapeDataString(next));

        given.Body.GetProperty("data").EnumerateArray().Select(r => r.GetProperty("id").GetString()).Should().Equal(followed);
        (await _client.Get("/api/profiles?page[size]=2&page[cursor]=" + Uri.EscapeDataString(next))).Status.Should().Be(System.Net.HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_last_page_has_no_next_even_when_it_is_full()
    {
        List<JsonElement> pages = await _client.Pages("/api/profiles?page[size]=100");

        pages.Should().HaveCount(4);
        pages.Should().OnlyContain(page => page.GetProperty("data").GetArrayLength() == 100);
    }
}
