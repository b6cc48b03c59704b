using System.Text;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Documents;

public sealed class DocumentReaderTests
{
    [Fact]
    public void A_page_of_profiles_is_read()
    {
        ResourcePage page = Read("""
            {"data":[{"type":"profile","id":"01GDDKASAP8TKDDA2GRZDSVP4H",
              "attributes":{"email":"sarah@example.com","external_id":63,"first_name":"Sarah","created":"2026-07-01T22:35:06+00:00","updated":"2026-07-01T22:35:06.813005+00:00",
                "anonymous_id":"beyond the spec","location":{"city":"Boston","latitude":"42.3601","longitude":-71.0589},"properties":{"plan":"gold","pets":["cat"]}},
              "relationships":{"lists":{"links":{"self":"…","related":"…"}},"segments":{"links":{}},"conversations":{}},
              "links":{"self":"https://a.klaviyo.com/api/profiles/01GDDKASAP8TKDDA2GRZDSVP4H/"}}],
             "links":{"self":"…","next":"https://a.klaviyo.com/api/profiles?page%5Bsize%5D=20&page%5Bcursor%5D=bmV4dDo6aWQ6OjE%3D","prev":null},
             "meta":{"agent_hints":{"next_steps":[]}}}
            """);

        Profile profile = page.Resources.Should().ContainSingle().Which.Should().BeOfType<Profile>().Which;
        (profile.Id, profile.Email, profile.ExternalId, profile.FirstName).Should().Be(("01GDDKASAP8TKDDA2GRZDSVP4H", "sarah@example.com", "63", "Sarah"));
        profile.Created.Should().Be(new DateTimeOffset(2026, 7, 1, 22, 35, 6, TimeSpan.Zero));
        profile.Updated.Should().Be(new DateTimeOffset(2026, 7, 1, 22, 35, 6, 813, 5, TimeSpan.Zero));
        (profile.Location.City, profile.Location.Latitude.AsNumber(), profile.Location.Longitude.AsNumber()).Should().Be(("Boston", 42.3601, -71.0589));
        profile.Properties.GetString("plan").Should().Be("gold");
        profile.Lists.Should().BeEmpty();
        page.NextCursor.Should().Be("bmV4dDo6aWQ6OjE=");
        page.Included.Should().BeEmpty();
    }

    [Fact]
    public void Absent_members_are_distinguished_from_null_ones()
    {
        Profile profile = Single<Profile>("""{"type":"profile","id":"A","attributes":{"email":null,"location":{"city":null}}}""");

        (profile.Email, profile.FirstName, profile.Location.City, profile.Location.Zip).Should().Be((null, null, null, null));
        profile.WasReceived("email").Should().BeTrue();
        profile.WasReceived("first_name").Should().BeFalse();
        profile.Location.WasReceived("city").Should().BeTrue();
        profile.Location.WasReceived("zip").Should().BeFalse();
        profile.WasReceived("nonsense").Should().BeFalse();
    }

    [Theory]
    [InlineData("""{"attributes":{"name":"VIP"},"relationships":{"tag-group":{"data":{"id":"G","type":"tag-group"}}},"id":"T","type":"tag"}""")]
    [InlineData("""{"relationships":{"tag-group":{"data":{"type":"tag-group","id":"G","meta":{}},"links":{}}},"links":{"self":"…"},"type":"tag","attributes":{"name":"VIP"},"id":"T"}""")]
    [InlineData("""{"id":"T","\u0074ype":"t\u0061g","attri\u0062utes":{"n\u0061me":"VI\u0050"},"relationships":{"tag-group":{"data":{"type":"tag-group","id":"G"}}}}""")]
    public void The_order_and_spelling_of_members_do_not_matter(string resource)
    {
        Tag tag = Single<Tag>(resource);

        (tag.Id, tag.Name, tag.TagGroupId).Should().Be(("T", "VIP", "G"));
    }

    [Fact]
    public void Identifiers_alone_are_resources_with_an_id()
    {
        ResourcePage page = Read("""{"data":[{"type":"tag","id":"A"},{"type":"tag","id":"B","attributes":null,"relationships":null}]}""");

        page.Resources.Select(tag => (tag.GetType(), tag.Id)).Should().Equal((typeof(Tag), "A"), (typeof(Tag), "B"));
    }

    [Theory]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":[],"included":null,"links":null}""")]
    [InlineData("""  {"links":{"self":"…"},"data":[]}  """)]
    public void A_document_may_hold_no_resource(string document)
    {
        ResourcePage page = Read(document);

        page.Resources.Should().BeEmpty();
        page.NextCursor.Should().BeNull();
    }

    [Fact]
    public void A_type_the_library_does_not_know_is_kept()
    {
        ResourcePage page = Read("""
            {"data":[{"type":"hologram","id":"H","attributes":{"depth":3},"relationships":{"tags":{"data":[]}}}],
             "included":[{"type":"hologram-projector","id":"P"}]}
            """);

        UnknownResource hologram = page.Resources.Single().Should().BeOfType<UnknownResource>().Which;
        (hologram.ResourceType, hologram.Id, hologram.Attributes.GetInteger("depth")).Should().Be(("hologram", "H", 3));
        page.Included.Single().Should().BeOfType<UnknownResource>().Which.Attributes.Count.Should().Be(0);
    }

    [Fact]
    public void Customers_JSON_may_nest_deep()
    {
        string deep = string.Concat(Enumerable.Repeat("{\"a\":", 200)) + "1" + new string('}', 200);

        Single<Profile>("""{"type":"profile","id":"A","attributes":{"properties":DEEP}}""".Replace("DEEP", deep)).Properties.Keys.Should().Equal("a");
    }

    private static T Single<T>(string resource)
        where T : KlaviyoResource => Read($$"""{"data":{{resource}} }""").Resources.Should().ContainSingle().Which.Should().BeOfType<T>().Which;

    private static ResourcePage Read(string document) => DocumentReader.Read(Encoding.UTF8.GetBytes(document));
}
