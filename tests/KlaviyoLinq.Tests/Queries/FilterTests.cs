using System.Collections.Immutable;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Queries;

[Trait("Category", "Culture")]
public sealed class FilterTests(EmulatedAccount account) : QueryTests(account)
{
    private readonly DateTimeOffset _field = Since;

    [Fact]
    public async Task Without_operators_the_whole_set_is_streamed() =>
        await Answers(Klaviyo.Profiles, "/api/profiles?page[size]=100", Data.Profiles);

    [Fact]
    public async Task A_captured_local_is_compared()
    {
        DateTimeOffset since = Since;
        await Answers(
            Klaviyo.Profiles.Where(p => p.Created > since),
            "/api/profiles?filter=greater-than(created,2026-03-01T00:00:00Z)&page[size]=100",
            Data.Profiles.Where(p => p.Created > since));
    }

    [Fact]
    public async Task A_value_on_the_left_is_compared() =>
        await Answers(
            Klaviyo.Profiles.Where(p => Since > p.Created),
            "/api/profiles?filter=less-than(created,2026-03-01T00:00:00Z)&page[size]=100",
            Data.Profiles.Where(p => Since > p.Created));

    [Fact]
    public async Task A_captured_field_and_a_computed_value_are_evaluated_before_sending() =>
        await Answers(
            Klaviyo.Events.Where(e => e.Datetime >= _field.AddDays(-7) && e.Datetime <= _field),
            "/api/events?filter=greater-or-equal(datetime,2026-02-22T00:00:00Z),less-or-equal(datetime,2026-03-01T00:00:00Z)&page[size]=1000",
            Data.Events.Where(e => e.Datetime >= _field.AddDays(-7) && e.Datetime <= _field));

    [Fact]
    public async Task A_chain_of_captured_members_and_an_indexer_are_evaluated()
    {
        var wanted = new { Person = new { Emails = new[] { Data.Profiles.First(p => p.Email is not null).Email } } };
        await Answers(
            Klaviyo.Profiles.Where(p => p.Email == wanted.Person.Emails[0]),
            $"/api/profiles?filter=equals(email,\"{wanted.Person.Emails[0]}\")&page[size]=100",
            Data.Profiles.Where(p => p.Email == wanted.Person.Emails[0]));
    }

    [Fact]
    public async Task Lists_of_every_kind_are_searched()
    {
        string[] array = [.. Data.Profiles.Take(3).Select(p => p.Id)];
        List<string> list = [.. array];
        HashSet<string> set = [.. array];
        ImmutableArray<string> immutable = [.. array];
        IEnumerable<string> lazy = array.Where(id => id.Length > 0);
        string request = $"/api/profiles?filter=any(id,[\"{string.Join("\",\"", array)}\"])&page[size]=100";
        IEnumerable<Profile> rows = Data.Profiles.Where(p => array.AsEnumerable().Contains(p.Id));

        await Answers(Klaviyo.Profiles.Where(p => array.Contains(p.Id)), request, rows);
        await Answers(Klaviyo.Profiles.Where(p => list.Contains(p.Id)), request, rows);
        await Answers(Klaviyo.Profiles.Where(p => set.Contains(p.Id)), request, rows);
        await Answers(Klaviyo.Profiles.Where(p => immutable.Contains(p.Id)), request, rows);
        await Answers(Klaviyo.Profiles.Where(p => lazy.Contains(p.Id)), request, rows);
        await Answers(Klaviyo.Profiles.Where(p => list.Any(id => id == p.Id)), request, rows);
    }

    [Fact]
    public async Task An_empty_list_sends_nothing_and_gives_nothing()
    {
        string[] none = [];
        Emulator.ClearRequests();

        (await Klaviyo.Profiles.Where(p => none.Contains(p.Id)).ToListAsync()).Should().BeEmpty();
        (await Klaviyo.Profiles.AnyAsync(p => none.Contains(p.Id))).Should().BeFalse();
        (await Klaviyo.Profiles.CountAsync(p => none.Contains(p.Id))).Should().Be(0);

        Emulator.Requests.Should().BeEmpty();
        Klaviyo.Profiles.Invoking(profiles => profiles.Where(p => none.Contains(p.Id)).ToRequestUri()).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public async Task Strings_are_searched_for_what_they_hold_begin_and_end_with()
    {
        await Answers(
            Klaviyo.Tags.Where(t => t.Name.Contains("a")), "/api/tags?filter=contains(name,\"a\")&page[size]=50",
            Data.Of<Tag>().Where(t => t.Name.Contains('a', StringComparison.Ordinal)));
        await Answers(
            Klaviyo.Tags.Where(t => t.Name.StartsWith('S')), "/api/tags?filter=starts-with(name,\"S\")&page[size]=50",
            Data.Of<Tag>().Where(t => t.Name.StartsWith('S')));
        await Answers(
            Klaviyo.Tags.Where(t => t.Name.EndsWith("e", StringComparison.Ordinal)),
            "/api/tags?filter=ends-with(name,\"e\")&page[size]=50",
            Data.Of<Tag>().Where(t => t.Name.EndsWith("e", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Flags_stand_for_themselves()
    {
        await Answers(
            Klaviyo.TagGroups.Where(g => g.Exclusive), "/api/tag-groups?filter=equals(exclusive,true)&page[size]=25",
            Data.Of<TagGroup>().Where(g => g.Exclusive));
        await Answers(
            Klaviyo.TagGroups.Where(g => !g.Exclusive), "/api/tag-groups?filter=equals(exclusive,false)&page[size]=25",
            Data.Of<TagGroup>().Where(g => !g.Exclusive));
        await Answers(
            Klaviyo.Flows.Where(f => f.Archived == false), "/api/flows?filter=equals(archived,false)&page[size]=50",
            Data.Of<Flow>().Where(f => f.Archived == false));
    }

    [Fact]
    public async Task Open_enumerations_are_compared_by_their_wire_values() =>
        await Answers(
            Klaviyo.Campaigns.Where(c => c.Status == CampaignStatus.Sent && c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Email)),
            "/api/campaigns?filter=equals(status,\"Sent\"),equals(messages.channel,\"email\")&page[size]=100",
            Data.Campaigns.Where(c => c.Status == CampaignStatus.Sent && c.CampaignMessages.Any(IsEmail)));

    [Fact]
    public async Task Lists_of_open_enumerations_are_searched()
    {
        CampaignStatus[] states = [CampaignStatus.Sent, CampaignStatus.Draft];
        await Answers(
            Klaviyo.Campaigns.Where(c => states.Contains(c.Status) && c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Email)),
            "/api/campaigns?filter=any(status,[\"Sent\",\"Draft\"]),equals(messages.channel,\"email\")&page[size]=100",
            Data.Campaigns.Where(c => states.AsEnumerable().Contains(c.Status) && c.CampaignMessages.Any(IsEmail)));
    }

    [Fact]
    public async Task The_related_id_can_be_filtered_by_in_two_ways()
    {
        Metric metric = Data.Of<Metric>().First();
        string request = $"/api/events?filter=equals(metric_id,\"{metric.Id}\")&page[size]=1000";

        await Answers(Klaviyo.Events.Where(e => e.MetricId == metric.Id), request, Data.Events.Where(e => e.MetricId == metric.Id));
        await Answers(Klaviyo.Events.Where(e => e.Metric.Id == metric.Id), request, Data.Events.Where(e => e.Metric.Id == metric.Id));
    }

    [Fact]
    public async Task The_presence_of_a_relationship_can_be_filtered_by() =>
        await Answers(
            Klaviyo.Events.Where(e => e.Profile != null), "/api/events?filter=has(profile)&page[size]=1000", Data.Events.Where(e => e.Profile is not null));

    [Fact]
    public async Task Numbers_are_compared()
    {
        long limit = 100_000;
        await Answers(
            Klaviyo.Images.Where(i => i.Size > limit), "/api/images?filter=greater-than(size,100000)&page[size]=100",
            Data.Of<Image>().Where(i => i.Size > limit));
    }

    [Fact]
    public async Task Values_known_beforehand_are_folded()
    {
        string? email = null;
        bool all = true;
        await Answers(
            Klaviyo.Profiles.Where(p => email == null || p.Email == email).Where(p => all ? p.Created > Since : p.Created < Since).Where(p => true),
            "/api/profiles?filter=greater-than(created,2026-03-01T00:00:00Z)&page[size]=100",
            Data.Profiles.Where(p => p.Created > Since));
    }

    [Fact]
    public async Task A_filter_after_a_projection_applies_to_the_projected_value() =>
        await Answers(
            Klaviyo.Profiles.Select(p => new { p.Id, At = p.Created }).Where(x => x.At > Since),
            "/api/profiles?filter=greater-than(created,2026-03-01T00:00:00Z)&fields[profile]=created&page[size]=100",
            Data.Profiles.Select(p => new { p.Id, At = p.Created }).Where(x => x.At > Since));

    [Theory]
    [InlineData("plain@example.com")]
    [InlineData("\"quoted\" \\ back\\\\slash")]
    [InlineData("it's, (a) [b] & c=d?#%20+é 日本 😀")]
    [InlineData("\"),equals(id,\"x")]
    [InlineData("line\nbreak\ttab")]
    [InlineData("")]
    public async Task Any_string_arrives_as_it_is(string email)
    {
        Emulator.Add("{\"type\":\"profile\",\"id\":\"01ODD\",\"attributes\":{\"email\":" + System.Text.Json.JsonSerializer.Serialize(email) + "}}");
        try
        {
            (await Klaviyo.Profiles.Where(p => p.Email == email).ToListAsync()).Select(p => p.Id).Should().Equal("01ODD");
        }
        finally
        {
            Emulator.Remove("profile", "01ODD");
        }
    }

    private static bool IsEmail(CampaignMessage message) => message.Definition is KlaviyoLinq.Model.Components.CampaignMessageEmailMessageDefinition;
}
