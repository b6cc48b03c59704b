using KlaviyoLinq.Emulator;
using KlaviyoLinq.Model;
using KlaviyoLinq.Testing;
using Shop.Activity;
using Shop.Subscribers;

namespace Shop.Tests;

/// <summary>Pages that continue after a checkpoint.</summary>
public sealed class PagingTests
{
    private static readonly DateTimeOffset _since = new(2025, 6, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_page_is_one_request_with_its_filter_sort_fields_and_size()
    {
        await using ShopApplication shop = await ShopApplication.StartAsync();

        ReceivedPage<Subscriber> page = await shop.PageAsync<Subscriber>("/subscribers?since=2025-06-01T00:00:00Z&pageSize=7");

        ReceivedRequest request = shop.Emulator.Requests.Should().ContainSingle().Which;
        request.Path.Should().Be("/api/profiles");
        Uri.UnescapeDataString(request.Query.TrimStart('?')).Should()
            .Be("filter=greater-than(created,2025-06-01T00:00:00Z)&sort=created&fields[profile]=email,phone_number,location.city,created&page[size]=7");
        page.HasMore.Should().BeTrue();
        page.Rows.Should().Equal(shop.Emulator.Subscribers().Where(s => s.Created > _since).OrderBy(s => s.Created).Take(7));
    }

    [Fact]
    public async Task Every_row_comes_once_when_the_checkpoints_are_followed()
    {
        await using ShopApplication shop = await ShopApplication.StartAsync();

        List<ReceivedPage<Subscriber>> pages = await shop.PagesAsync<Subscriber>("/subscribers?pageSize=17");

        pages.SelectMany(page => page.Rows).Should().Equal(shop.Emulator.Subscribers().OrderBy(s => s.Created));
        pages.SkipLast(1).Should().OnlyContain(page => page.Rows.Count == 17);
        shop.Emulator.Requests.Should().HaveCount(pages.Count).And.OnlyContain(request => request.Parameter("page[size]") == "17");
    }

    [Fact]
    public async Task Rows_added_in_between_neither_shift_nor_double_later_ones()
    {
        await using ShopApplication shop = await ShopApplication.StartAsync();
        List<Subscriber> before = shop.Emulator.Subscribers();
        DateTimeOffset first = before.Min(s => s.Created)!.Value;
        DateTimeOffset last = before.Max(s => s.Created)!.Value;

        List<ReceivedPage<Subscriber>> pages = await shop.PagesAsync<Subscriber>("/subscribers?pageSize=20", page =>
        {
            shop.Emulator.Seed(new Profile { Id = $"BEFORE{page}", Created = first.AddDays(-page) });
            shop.Emulator.Seed(new Profile { Id = $"BEHIND{page}", Created = last.AddDays(page) });
        });

        string[] ids = [.. pages.SelectMany(page => page.Rows).Select(row => row.Id)];
        ids.Should().OnlyHaveUniqueItems().And.StartWith(before.OrderBy(s => s.Created).Select(s => s.Id));
        ids.Skip(before.Count).Should().NotBeEmpty().And.Equal(Enumerable.Range(1, ids.Length - before.Count).Select(page => $"BEHIND{page}"));
    }

    [Fact]
    public async Task The_checkpoint_of_the_last_page_leads_to_what_is_new()
    {
        await using ShopApplication shop = await ShopApplication.StartAsync();
        ReceivedPage<Subscriber> last = (await shop.PagesAsync<Subscriber>("/subscribers?pageSize=100"))[^1];
        string behind = $"/subscribers?pageSize=100&after={Uri.EscapeDataString(last.Checkpoint)}";

        (await shop.PageAsync<Subscriber>(behind)).Rows.Should().BeEmpty();
        shop.Emulator.Seed(new Profile { Id = "NEWCOMER", Created = shop.Emulator.Subscribers().Max(s => s.Created)!.Value.AddDays(1) });

        (await shop.PageAsync<Subscriber>(behind)).Rows.Select(row => row.Id).Should().Equal("NEWCOMER");
    }

    [Fact]
    public async Task Members_of_a_list_and_the_activity_of_everybody_page_the_same_way()
    {
        await using ShopApplication shop = await ShopApplication.StartAsync();
        string list = shop.Emulator.Resources("list")[0].GetProperty("id").GetString()!;
        Dictionary<string, Subscriber> all = shop.Emulator.Subscribers().ToDictionary(s => s.Id);

        List<Subscriber> members = [.. (await shop.PagesAsync<Subscriber>($"/lists/{list}/subscribers?pageSize=30")).SelectMany(page => page.Rows)];
        List<ActivityEntry> deeds = [.. (await shop.PagesAsync<ActivityEntry>("/activity?pageSize=90")).SelectMany(page => page.Rows)];

        members.Should().NotBeEmpty().And.OnlyHaveUniqueItems().And.OnlyContain(member => all[member.Id] == member);
        shop.Emulator.Requests[0].Path.Should().Be($"/api/lists/{list}/profiles");
        shop.Emulator.Requests[^1].Parameter("include").Should().Be("metric,profile");
        deeds.Should().OnlyHaveUniqueItems().And.HaveCount(300).And.BeInAscendingOrder(deed => deed.At);
        deeds.Should().OnlyContain(deed => deed.What != null);
        deeds.Select(deed => deed.Whose).Distinct().Should().BeSubsetOf(all.Values.Select(s => s.Email));
    }
}
