using System.Text;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Documents;

public sealed class RelationshipsTests
{
    [Fact]
    public void Absent_null_empty_named_and_loaded_are_five_different_things()
    {
        Campaign campaign = Read<Campaign>("""
            {"data":{"type":"campaign","id":"C","relationships":{
               "campaign-messages":{"data":[{"type":"campaign-message","id":"M"},{"type":"campaign-message","id":"N"}]},
               "tags":{"data":[]}}},
             "included":[{"type":"campaign-message","id":"M","relationships":{
               "campaign":{"data":{"type":"campaign","id":"C"}},"template":{"data":{"type":"template","id":"T"}},"image":{"data":null}}}]}
            """);
        CampaignMessage message = campaign.CampaignMessages.Single();

        States(campaign).Should().Equal("campaign-messages: IdentifiersOnly (2)", "tags: Empty");
        States(message).Should().Equal("campaign: Loaded (1)", "template: IdentifiersOnly (1)", "image: Null");
        Read<Campaign>("""{"data":{"type":"campaign","id":"C","relationships":{"tags":{"links":{"self":"s"}}}}}""").Relationships["tags"].State
            .Should().Be(RelationshipState.NotReceived);
        States(new Campaign()).Should().Equal("campaign-messages: NotReceived", "tags: NotReceived");
    }

    [Fact]
    public void The_identifiers_of_what_did_not_come_along_are_kept()
    {
        ResourceRelationships relationships = Read<Campaign>("""
            {"data":{"type":"campaign","id":"C","relationships":{"tags":{"data":[{"type":"tag","id":"2"},{"type":"tag","id":"1"}]},"campaign-messages":{"data":[{"type":"campaign-message","id":"M"}]}}}}
            """).Relationships;

        relationships["tags"].Identifiers.Should().Equal(new ResourceIdentifier("tag", "2"), new ResourceIdentifier("tag", "1"));
        relationships["campaign-messages"].Identifiers.Should().Equal(new ResourceIdentifier("campaign-message", "M"));
    }

    [Theory]
    [InlineData("""{"type":"list","id":"L1","relationships":R}""")]
    [InlineData("""{"type":"list","relationships":R,"id":"L1"}""")]
    public void Links_are_reported_as_they_were_received(string resource)
    {
        const string Links = """{"tags":{"links":{"self":"https:\/\/a.klaviyo.com/api/lists/L1/relationships/tags/","related":"https://a.klaviyo.com/api/lists/L1/tags/"}},"profiles":{"links":{"related":"elsewhere"}},"flow-triggers":{"links":null}}""";
        ResourceRelationships relationships = Read<List>($$"""{"data":{{resource.Replace("R", Links, StringComparison.Ordinal)}}}""").Relationships;

        relationships["tags"].Self.Should().Be("https://a.klaviyo.com/api/lists/L1/relationships/tags/");
        relationships["tags"].Related.Should().Be("https://a.klaviyo.com/api/lists/L1/tags/");
        (relationships["profiles"].Self, relationships["profiles"].Related).Should().Be((null, "elsewhere"));
        (relationships["flow-triggers"].Self, relationships["flow-triggers"].Related).Should().Be((null, null));
    }

    [Fact]
    public void Every_resource_of_a_page_has_links_of_its_own()
    {
        string[] ids = ["a", "api", "b", "x y", "$custom:::1", "lists", "tags"];
        string data = string.Join(',', ids.Select(id =>
            """{"type":"list","id":"ID","relationships":{"tags":{"links":{"self":"LINK","related":"https://host/api/lists/ID/tags"}}}}"""
                .Replace("ID", id, StringComparison.Ordinal).Replace("LINK", Link(id), StringComparison.Ordinal)));

        foreach (List list in DocumentReader.Read(Encoding.UTF8.GetBytes($$"""{"data":[{{data}}]}""")).Resources.Cast<List>())
        {
            list.Relationships["tags"].Self.Should().Be(Link(list.Id));
            list.Relationships["tags"].Related.Should().Be($"https://host/api/lists/{list.Id}/tags");
        }

        static string Link(string id) => $"https://host/api/lists/{Uri.EscapeDataString(id)}/relationships/tags/";
    }

    [Fact]
    public void A_relationship_that_the_resource_lacks_is_named_with_those_it_has()
    {
        List list = new();

        list.Invoking(l => l.Relationships["metrics"]).Should().Throw<ArgumentException>()
            .WithMessage("A resource of type list has no relationship 'metrics'. It has: *profiles*tags*");
    }

    [Fact]
    public void A_relationship_that_the_library_does_not_know_is_shown_all_the_same()
    {
        List list = Read<List>("""{"data":{"type":"list","id":"L","relationships":{"holograms":{"data":[{"type":"hologram","id":"H"}]}}},"included":[{"type":"hologram","id":"H"}]}""");

        list.Relationships["holograms"].ToString().Should().Be("holograms: Loaded (1)");
        list.Relationships.Should().HaveCount(new List().Relationships.Count + 1);
    }

    private static IEnumerable<string> States(KlaviyoResource resource) => resource.Relationships.Select(relationship => relationship.ToString());

    private static T Read<T>(string document) => DocumentReader.Read(Encoding.UTF8.GetBytes(document)).Resources.Cast<T>().Single();
}
