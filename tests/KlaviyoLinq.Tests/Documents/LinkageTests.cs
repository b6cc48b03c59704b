using System.Text;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Documents;

public sealed class LinkageTests
{
    [Theory]
    [InlineData("1", "12")]
    [InlineData("1", "1.5e3")]
    [InlineData("null", "null")]
    [InlineData("\"A\"", "\"A\"")]
    public void Links_that_are_no_object_and_begin_as_those_of_the_resource_before_are_passed_over_whole(string first, string second)
    {
        ResourcePage page = Read($$"""
            {"data":[
              {"type":"profile","id":"A","links":{{first}},"attributes":{"email":"a"} },
              {"type":"profile","id":"B","links":{{second}},"attributes":{"email":"b"} }]}
            """);

        page.Resources.Cast<Profile>().Select(p => (p.Id, p.Email)).Should().Equal(("A", "a"), ("B", "b"));
    }

    [Fact]
    public void One_included_resource_is_one_object_for_all_who_refer_to_it()
    {
        ResourcePage page = Read("""
            {"data":[
              {"type":"event","id":"E1","relationships":{"profile":{"data":{"type":"profile","id":"P"}},"metric":{"data":{"type":"metric","id":"M"}}}},
              {"type":"event","id":"E2","relationships":{"profile":{"data":{"type":"profile","id":"P"}},"metric":{"data":{"type":"metric","id":"M2"}}}}],
             "included":[{"type":"profile","id":"P","attributes":{"email":"a@example.com"}},{"type":"metric","id":"M","attributes":{"name":"Opened Email"}},{"type":"metric","id":"P"}]}
            """);

        var events = page.Resources.Cast<Event>().ToList();
        events[0].Profile.Should().BeSameAs(events[1].Profile).And.BeSameAs(page.Included[0]);
        events[0].Profile.Email.Should().Be("a@example.com");
        events[0].Metric.Name.Should().Be("Opened Email");
        events[1].MetricId.Should().Be("M2", "an identifier is known where nothing is included");
        events[1].Metric.Should().BeNull();
    }

    [Fact]
    public void Identifiers_are_known_without_anything_included()
    {
        Event @event = Read("""{"data":{"type":"event","id":"E","relationships":{"profile":{"data":{"type":"profile","id":"P"}},"metric":{"data":null}}}}""")
            .Resources.Cast<Event>().Single();

        (@event.ProfileId, @event.MetricId).Should().Be(("P", null));
        (@event.Profile ?? (object?)@event.Metric).Should().BeNull();
    }

    [Fact]
    public void To_many_relationships_keep_the_order_of_their_identifiers()
    {
        ResourcePage page = Read("""
            {"included":[{"type":"tag","id":"1","attributes":{"name":"one"}},{"type":"tag","id":"2","attributes":{"name":"two"}}],
             "data":[{"type":"campaign","id":"C","relationships":{"tags":{"data":[{"type":"tag","id":"2"},{"type":"tag","id":"unknown"},{"type":"tag","id":"1"}]},"campaign-messages":{"data":[]}}}]}
            """);

        Campaign campaign = page.Resources.Cast<Campaign>().Single();
        campaign.Tags.Select(tag => tag.Name).Should().Equal("two", "one");
        campaign.CampaignMessages.Should().BeEmpty();
    }

    [Fact]
    public void Included_resources_are_linked_among_each_other_and_back()
    {
        Campaign campaign = Read("""
            {"data":{"type":"campaign","id":"C","relationships":{"campaign-messages":{"data":[{"type":"campaign-message","id":"M"}]}}},
             "included":[{"type":"campaign-message","id":"M","relationships":{"campaign":{"data":{"type":"campaign","id":"C"}},"template":{"data":{"type":"template","id":"T"}}}},
                         {"type":"template","id":"T","attributes":{"name":"Welcome"}}]}
            """).Resources.Cast<Campaign>().Single();

        CampaignMessage message = campaign.CampaignMessages.Single();
        message.Campaign.Should().BeSameAs(campaign);
        message.CampaignId.Should().Be("C");
        message.Template.Name.Should().Be("Welcome");
    }

    [Fact]
    public void Relationships_the_library_does_not_know_or_that_have_another_shape_are_passed_over()
    {
        Tag tag = Read("""
            {"data":{"type":"tag","id":"T","relationships":{
              "holograms":{"data":[{"type":"hologram","id":"H"}]},
              "tag-group":{"data":[{"type":"tag-group","id":"G"}]},
              "flows":{"data":{"type":"flow","id":"F"}},
              "lists":null,
              "segments":{"links":{"related":"…"},"meta":{"count":2}}}},
             "included":[{"type":"hologram","id":"H"},{"type":"tag-group","id":"G"},{"type":"flow","id":"F"}]}
            """).Resources.Cast<Tag>().Single();

        tag.TagGroup.Should().BeNull();
        (tag.TagGroupId, tag.Flows.Count, tag.Lists.Count, tag.Segments.Count).Should().Be((null, 0, 0, 0));
    }

    [Fact]
    public void A_resource_that_comes_twice_is_linked_to_where_it_came_first()
    {
        ResourcePage page = Read("""
            {"data":[{"type":"tag","id":"T","relationships":{"tag-group":{"data":{"type":"tag-group","id":"G"}}}}],
             "included":[{"type":"tag-group","id":"G","attributes":{"name":"first"}},{"type":"tag-group","id":"G","attributes":{"name":"second"}}]}
            """);

        page.Resources.Cast<Tag>().Single().TagGroup.Name.Should().Be("first");
        page.Included.Should().HaveCount(2);
    }

    private static ResourcePage Read(string document) => DocumentReader.Read(Encoding.UTF8.GetBytes(document));
}
