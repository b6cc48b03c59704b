using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Tests.Commands;

public sealed class LinkCommandsTests : CommandTests
{
    [Fact]
    public async Task Profiles_are_added_to_a_list_and_removed_from_it()
    {
        List<Profile> profiles = await Klaviyo.Profiles.ToListAsync();
        string list = (await Klaviyo.Lists.CreateAsync(new List { Name = "VIPs" })).Id;

        await Klaviyo.Lists[list].Profiles.AddAsync(profiles);

        Wire.Last.Should().BeEquivalentTo(new { Method = "POST", Uri = $"/api/lists/{list}/relationships/profiles" });
        LastBodyIs($$"""{"data":[{{string.Join(',', profiles.Select(p => $$"""{"type":"profile","id":"{{p.Id}}"}"""))}}]}""");
        (await Klaviyo.Lists[list].Profiles.Select(p => p.Id).ToListAsync()).Should().BeEquivalentTo(profiles.Select(p => p.Id));

        await Klaviyo.Lists[list].Profiles.RemoveAsync(profiles[0].Id);

        Wire.Last.Should().BeEquivalentTo(new { Method = "DELETE", Uri = $"/api/lists/{list}/relationships/profiles" });
        LastBodyIs($$"""{"data":[{"type":"profile","id":"{{profiles[0].Id}}"}]}""");
        (await Klaviyo.Lists[list].Profiles.Select(p => p.Id).ToListAsync()).Should().BeEquivalentTo(profiles.Skip(1).Select(p => p.Id));
    }

    [Fact]
    public void More_links_than_a_request_takes_are_sent_in_several_requests_and_each_id_once()
    {
        string[] ids = [.. Enumerable.Range(0, 2_100).Select(i => $"P{i}")];

        KlaviyoCommandExplanation plan = Klaviyo.Explain(() => Klaviyo.Lists["L"].Profiles.AddAsync([.. ids, .. ids]));

        plan.Requests.Should().HaveCount(3).And.OnlyContain(request => request.Method == "POST" && request.Path == "/api/lists/L/relationships/profiles");
        Wire.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task No_links_send_nothing()
    {
        await Klaviyo.Lists["L"].Profiles.AddAsync(Array.Empty<string>());

        Wire.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task A_tag_is_put_on_lists()
    {
        string list = (await Klaviyo.Lists.CreateAsync(new List { Name = "VIPs" })).Id;
        string tag = (await Klaviyo.Tags.CreateAsync(new Tag { Name = "Autumn" })).Id;

        await Klaviyo.Tags[tag].Lists.AddAsync(list);

        Wire.Last.Should().BeEquivalentTo(new { Method = "POST", Uri = $"/api/tags/{tag}/relationships/lists" });
        (await Klaviyo.Lists[list].Tags.Select(t => t.Name).ToListAsync()).Should().Equal("Autumn");
    }

    [Fact]
    public async Task The_categories_of_an_item_are_replaced()
    {
        CatalogItem item = await Klaviyo.CatalogItems.CreateAsync(
            new CatalogItem { ExternalId = "sku-1", Title = "Boot", Description = "A boot", Url = "https://example.com/boot" });
        string shoes = (await Klaviyo.CatalogCategories.CreateAsync(new CatalogCategory { ExternalId = "shoes", Name = "shoes" })).Id;
        string boots = (await Klaviyo.CatalogCategories.CreateAsync(new CatalogCategory { ExternalId = "boots", Name = "boots" })).Id;
        await Klaviyo.CatalogItems[item.Id].Categories.AddAsync(shoes);

        await Klaviyo.CatalogItems[item.Id].Categories.ReplaceAsync([boots]);

        Wire.Last.Method.Should().Be("PATCH");
        (await Klaviyo.CatalogItems[item.Id].Categories.Select(c => c.Name).ToListAsync()).Should().Equal("boots");

        await Klaviyo.CatalogItems[item.Id].Categories.ReplaceAsync([]);

        LastBodyIs("""{"data":[]}""");
        (await Klaviyo.CatalogItems[item.Id].Categories.Select(c => c.Name).ToListAsync()).Should().BeEmpty();
    }

    [Fact]
    public void The_link_of_a_schema_has_a_name_and_an_id_of_its_own()
    {
        Klaviyo.Explain(() => Klaviyo.ObjectSchemas["S"].ObjectSchemas.AddAsync("T", "owner", "Owns it")).Requests.Single().Body
            .Should().Be("""{"data":[{"type":"object-schema","id":"T","meta":{"name":"owner","description":"Owns it"}}]}""");
        Klaviyo.Explain(() => Klaviyo.ObjectSchemas["S"].ObjectSchemas.UpdateAsync("T", "R", name: "keeper")).Requests.Single().Body
            .Should().Be("""{"data":{"type":"object-schema","id":"T","meta":{"relationship_id":"R","name":"keeper"}}}""");
        Klaviyo.Explain(() => Klaviyo.ObjectSchemas["S"].ProfileObjectSchemas.RemoveAsync("T", "R")).Requests.Single().Body
            .Should().Be("""{"data":[{"type":"profile-object-schema","id":"T","meta":{"relationship_id":"R"}}]}""");
    }

    [Fact]
    public void The_image_of_a_message_is_set()
    {
        KlaviyoPlannedRequest request = Klaviyo.Explain(() => Klaviyo.CampaignMessages["M"].Image.SetAsync("7")).Requests.Single();

        request.Should().BeEquivalentTo(
            new { Method = "PATCH", Path = "/api/campaign-messages/M/relationships/image", Body = """{"data":{"type":"image","id":"7"}}""" });
    }

    [Fact]
    public async Task An_empty_id_is_refused_before_anything_is_sent()
    {
        Func<Task> add = () => Klaviyo.Lists[""].Profiles.AddAsync("P");

        await add.Should().ThrowAsync<KlaviyoCommandRefusedException>();
        Wire.Sent.Should().BeEmpty();
    }
}
