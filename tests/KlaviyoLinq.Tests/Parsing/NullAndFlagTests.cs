using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Queries;

namespace KlaviyoLinq.Tests.Parsing;

public sealed class NullAndFlagTests(EmulatedAccount account) : QueryTests(account)
{
    [Fact]
    public async Task A_flag_filters_in_every_way_of_writing_it()
    {
        string archived = "/api/flows?filter=equals(archived,true)&page[size]=50";
        IEnumerable<Flow> rows = Data.Of<Flow>().Where(f => f.Archived == true);
        await Answers(Klaviyo.Flows.Where(f => f.Archived == true), archived, rows);
        await Answers(Klaviyo.Flows.Where(f => f.Archived!.Value), archived, rows);
        await Answers(Klaviyo.Flows.Where(f => f.Archived ?? false), archived, rows);
        await Answers(Klaviyo.Flows.Where(f => f.Archived.GetValueOrDefault()), archived, rows);
        await Answers(Klaviyo.Flows.Where(f => (f.Archived ?? false) == true), archived, rows);
        await Answers(Klaviyo.Flows.Where(f => (f.Archived == true) == true), archived, rows);
        await Answers(Klaviyo.Flows.Where(f => f.Archived == true ? true : false), archived, rows);
        await Answers(Klaviyo.Flows.Where(f => !!(f.Archived == true)), archived, rows);
        await Answers(
            Klaviyo.Flows.Where(f => (f.Archived ?? true) == false), "/api/flows?filter=equals(archived,false)&page[size]=50",
            Data.Of<Flow>().Where(f => (f.Archived ?? true) == false));
    }

    [Fact]
    public async Task A_fallback_goes_where_it_cannot_change_the_answer_and_is_refused_where_it_can()
    {
        await Answers(
            Klaviyo.Profiles.Where(p => (p.Created ?? DateTimeOffset.MinValue) > Since),
            "/api/profiles?filter=greater-than(created,2026-03-01T00:00:00Z)&page[size]=100",
            Data.Profiles.Where(p => (p.Created ?? DateTimeOffset.MinValue) > Since));
        await Answers(
            Klaviyo.Profiles.Where(p => "x@y.z" == (p.Email ?? "")), "/api/profiles?filter=equals(email,\"x@y.z\")&page[size]=100", []);
        await Refuses(Klaviyo.Profiles.Where(p => (p.Email ?? "x@y.z") == "x@y.z"), KlaviyoFindingCode.PredicateNotTranslatable);
        await Refuses(Klaviyo.Profiles.Where(p => (p.Created ?? DateTimeOffset.MaxValue) > Since), KlaviyoFindingCode.PredicateNotTranslatable);
        await Refuses(Klaviyo.Flows.Where(f => f.Archived ?? true), KlaviyoFindingCode.PredicateNotTranslatable);
    }

    [Fact]
    public async Task A_value_of_a_nullable_is_the_value() =>
        await Answers(
            Klaviyo.Profiles.Where(p => p.Created!.Value > Since),
            "/api/profiles?filter=greater-than(created,2026-03-01T00:00:00Z)&page[size]=100",
            Data.Profiles.Where(p => p.Created > Since));

    [Fact]
    public async Task Tests_for_null_are_refused_where_Klaviyo_has_none()
    {
        await Refuses(Klaviyo.Profiles.Where(p => p.Created.HasValue), KlaviyoFindingCode.NullNotSupported);
        await Refuses(Klaviyo.Profiles.Where(p => p.Email != null), KlaviyoFindingCode.NullNotSupported);
        string? none = null;
        await Refuses(Klaviyo.Profiles.Where(p => p.Email == none), KlaviyoFindingCode.NullNotSupported);
    }

    [Fact]
    public async Task An_open_enumeration_is_compared_by_itself_its_value_or_its_text()
    {
        string request = "/api/campaigns?filter=equals(status,\"Sent\"),equals(messages.channel,\"email\")&page[size]=100";
        IEnumerable<Campaign> rows = Data.Campaigns.Where(c => c.Status == CampaignStatus.Sent && c.CampaignMessages.Any(IsEmail));
        CampaignStatus status = CampaignStatus.Sent;
        var emails = Klaviyo.Campaigns;
        await Answers(emails.Where(c => c.Status == status && c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Email)), request, rows);
        await Answers(emails.Where(c => c.Status.Value == "Sent" && c.CampaignMessages.Any(m => m.Channel!.Value.Value == "email")), request, rows);
        await Answers(
            emails.Where(c => c.Status.ToString() == "Sent" && c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Email)), request, rows);
        await Answers(emails.Where(c => c.Status.Equals(status) && c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Email)), request, rows);
        await Answers(
            emails.Where(c => c.Status == new CampaignStatus("Sent") && c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Email)), request, rows);
    }

    [Fact]
    public async Task Predicates_that_are_known_beforehand_send_everything_or_nothing()
    {
        await Answers(Klaviyo.Tags.Where(t => true), "/api/tags?page[size]=50", Data.Of<Tag>());
        await Answers(Klaviyo.Tags.Where(t => t is Tag), "/api/tags?page[size]=50", Data.Of<Tag>());
        Emulator.ClearRequests();
        bool off = false;
        (await Klaviyo.Tags.Where(t => off && t.Name == "a").ToListAsync()).Should().BeEmpty();
        Emulator.Requests.Should().BeEmpty();
    }

    private static bool IsEmail(CampaignMessage message) => message.Definition is KlaviyoLinq.Model.Components.CampaignMessageEmailMessageDefinition;
}
