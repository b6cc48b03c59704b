using KlaviyoLinq.Model;
using KlaviyoLinq.Model.Components;

namespace KlaviyoLinq.Tests.Queries;

public sealed class SelectAndIncludeTests(EmulatedAccount account) : QueryTests(account)
{
    private sealed record Contact(string Id, string? Email, string? City);

    private sealed class Card
    {
        public string? Email { get; set; }

        public string Place { get; set; } = "";
    }

    [Fact]
    public async Task An_anonymous_projection_asks_only_for_what_it_reads() =>
        await AnswersInOrder(
            Klaviyo.Profiles.OrderBy(p => p.Id).Select(p => new { p.Id, p.Email, p.Location.City }),
            "/api/profiles?sort=id&fields[profile]=email,location.city&page[size]=100",
            Data.Profiles.OrderBy(p => p.Id, StringComparer.Ordinal).Select(p => new { p.Id, p.Email, p.Location?.City }));

    [Fact]
    public async Task A_record_is_constructed() =>
        await Answers(
            Klaviyo.Profiles.Select(p => new Contact(p.Id, p.Email, p.Location.City)),
            "/api/profiles?fields[profile]=email,location.city&page[size]=100",
            Data.Profiles.Select(p => new Contact(p.Id, p.Email, p.Location?.City)));

    [Fact]
    public async Task Members_are_initialised_and_the_authors_code_runs_on_each_row()
    {
        List<Card> cards = await Klaviyo.Profiles.OrderBy(p => p.Id)
            .Select(p => new Card { Email = p.Email, Place = Place(p.Location.City, p.Location.Country) }).ToListAsync();

        cards.Select(card => (card.Email, card.Place))
            .Should().Equal(Data.Profiles.OrderBy(p => p.Id, StringComparer.Ordinal).Select(p => (p.Email, Place(p.Location?.City, p.Location?.Country))));
        Uri.UnescapeDataString(Emulator.Requests[^1].Query).Should().Contain("fields[profile]=email,location.city,location.country");
    }

    [Fact]
    public async Task Free_form_members_are_read_by_key() =>
        await Answers(
            Klaviyo.Events.Select(e => new { e.Id, Value = e.EventProperties.GetNumber("$value") }),
            "/api/events?fields[event]=event_properties&page[size]=1000",
            Data.Events.Select(e => new { e.Id, Value = e.EventProperties?.GetNumber("$value") }));

    [Fact]
    public async Task Reading_through_a_navigation_includes_it_with_just_what_is_read() =>
        await Answers(
            Klaviyo.Events.Select(e => new { e.Id, Metric = e.Metric.Name, e.Profile.Email }),
            "/api/events?include=metric,profile&fields[event]=id&fields[metric]=name&fields[profile]=email&page[size]=1000",
            Data.Events.Select(e => new { e.Id, Metric = e.Metric.Name, e.Profile?.Email }));

    [Fact]
    public async Task The_id_at_the_other_end_needs_no_include() =>
        await Answers(
            Klaviyo.Events.Select(e => new { e.MetricId, Other = e.Profile.Id }),
            "/api/events?fields[event]=id&page[size]=1000",
            Data.Events.Select(e => new { e.MetricId, Other = e.ProfileId! }));

    [Fact]
    public async Task A_whole_resource_in_a_projection_is_whole() =>
        await Answers(
            Klaviyo.Tags.Select(t => new { Tag = t.Name, Whole = t }).Select(x => x.Whole),
            "/api/tags?page[size]=50",
            Data.Of<Tag>());

    [Fact]
    public async Task Query_syntax_with_let_is_the_same_query() =>
        await Answers(
            from p in Klaviyo.Profiles
            let city = p.Location.City
            where p.Created > Since
            select new { p.Id, city },
            "/api/profiles?filter=greater-than(created,2026-03-01T00:00:00Z)&fields[profile]=location.city&page[size]=100",
            from p in Data.Profiles
            let city = p.Location?.City
            where p.Created > Since
            select new { p.Id, city });

    [Fact]
    public async Task Included_resources_are_linked_and_the_same_one_is_the_same_object()
    {
        Metric metric = Data.Of<Metric>().First();
        List<Event> events = await Klaviyo.Events.Where(e => e.MetricId == metric.Id).Include(e => e.Metric).Include(e => e.Profile).Take(200).ToListAsync();

        Uri.UnescapeDataString(Emulator.Requests[^1].Query).Should().Contain("include=metric,profile");
        events.Should().OnlyContain(e => e.Metric.Name == metric.Name && ReferenceEquals(e.Metric, events[0].Metric));
        Dictionary<string, Profile> people = Data.Profiles.ToDictionary(p => p.Id);
        events.Should().OnlyContain(e => e.ProfileId == null ? e.Profile == null : e.Profile.Email == people[e.ProfileId].Email);
        events.Should().Contain(e => e.Profile != null);
    }

    [Fact]
    public async Task Every_listed_include_of_every_set_fills_its_navigation()
    {
        List<Campaign> campaigns = await Klaviyo.Campaigns.Where(c => c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Sms))
            .Include(c => c.CampaignMessages).Include(c => c.Tags).ToListAsync();

        campaigns.Should().NotBeEmpty();
        Dictionary<string, Campaign> all = Data.Campaigns.ToDictionary(c => c.Id);
        foreach (Campaign campaign in campaigns)
        {
            campaign.CampaignMessages.Select(m => m.Id).Should().BeEquivalentTo(all[campaign.Id].CampaignMessages.Select(m => m.Id));
            campaign.Tags.Select(t => t.Name).Should().BeEquivalentTo(all[campaign.Id].Tags.Select(t => t.Name));
        }
    }

    [Fact]
    public async Task Additional_fields_are_present_when_requested_and_absent_otherwise()
    {
        Profile with = await Klaviyo.Profiles.AdditionalFields(p => p.Subscriptions).OrderBy(p => p.Id).FirstAsync();
        Uri.UnescapeDataString(Emulator.Requests[^1].Query).Should().Contain("additional-fields[profile]=subscriptions");
        Profile without = await Klaviyo.Profiles.OrderBy(p => p.Id).FirstAsync();

        with.Id.Should().Be(without.Id);
        with.WasReceived("subscriptions").Should().BeTrue();
        without.WasReceived("subscriptions").Should().BeFalse();
        without.WasReceived("email").Should().BeTrue();
    }

    [Fact]
    public async Task A_member_of_a_union_brings_along_its_discriminator()
    {
        FlowAction action = Data.Of<FlowAction>().First(a => a.Definition?.Id is not null);
        await Answers(
            Klaviyo.FlowActions[action.Id].Select(a => new { a.Id, DefinitionId = a.Definition.Id }),
            $"/api/flow-actions/{action.Id}?fields[flow-action]=definition.id,definition.type",
            [new { action.Id, DefinitionId = action.Definition!.Id }]);
    }

    [Fact]
    public async Task One_alternative_of_a_union_is_read_by_a_cast_and_the_others_read_as_null()
    {
        foreach (CampaignMessage message in Data.Of<CampaignMessage>().Where(m => m.Definition is not null).DistinctBy(m => m.Definition.GetType()))
        {
            await Answers(
                Klaviyo.CampaignMessages[message.Id].Select(m => new { m.Id, ((CampaignMessageEmailMessageDefinition)m.Definition).Content.Subject }),
                $"/api/campaign-messages/{message.Id}?fields[campaign-message]=definition.content.subject,definition.channel,definition.notification_type",
                [new { message.Id, (message.Definition as CampaignMessageEmailMessageDefinition)?.Content?.Subject }]);
        }
    }

    private static string Place(string? city, string? country) => $"{city ?? "?"}, {country ?? "?"}";
}
