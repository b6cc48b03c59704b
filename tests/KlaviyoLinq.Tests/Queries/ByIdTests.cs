using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Queries;

public sealed class ByIdTests(EmulatedAccount account) : QueryTests(account)
{
    private Profile Profile => Data.Profiles.First(p => p.Lists.Count > 0);

    private List List => Data.Of<List>().First(l => l.Profiles.Count > 2);

    [Fact]
    public async Task Find_asks_for_one_resource_and_gives_null_when_there_is_none()
    {
        (await Klaviyo.Profiles.FindAsync(Profile.Id))!.Email.Should().Be(Profile.Email);
        Sent().Should().Be($"/api/profiles/{Profile.Id}");
        (await Klaviyo.Profiles.FindAsync("nobody")).Should().BeNull();
        (await Klaviyo.Profiles["nobody"].FindAsync()).Should().BeNull();
    }

    [Fact]
    public async Task Get_throws_what_Klaviyo_says_when_there_is_none()
    {
        (await Klaviyo.Lists[List.Id].GetAsync()).Name.Should().Be(List.Name);
        (await Klaviyo.Lists["nowhere"].Invoking(l => l.GetAsync()).Should().ThrowAsync<KlaviyoNotFoundException>()).Which.Message.Should().Contain("nowhere");
    }

    [Fact]
    public async Task A_reference_is_a_query_with_includes_fields_and_additional_fields()
    {
        await Answers(
            Klaviyo.Profiles[Profile.Id].Select(p => new { p.Email, Lists = string.Join(",", p.Lists.Select(l => l.Name)) }),
            $"/api/profiles/{Profile.Id}?include=lists&fields[profile]=email&fields[list]=name",
            [new { Profile.Email, Lists = string.Join(",", Profile.Lists.Select(l => l.Name)) }]);
        (await Klaviyo.Profiles[Profile.Id].Include(p => p.Lists).AdditionalFields(p => p.Subscriptions).SingleAsync()).Lists.Should()
            .HaveCount(Profile.Lists.Count);
        Sent().Should().Be($"/api/profiles/{Profile.Id}?include=lists&additional-fields[profile]=subscriptions");
    }

    [Fact]
    public async Task A_query_without_a_row_keeps_the_rules_of_LINQ()
    {
        await Klaviyo.Profiles["nobody"].Invoking(p => p.SingleAsync()).Should().ThrowAsync<InvalidOperationException>();
        (await Klaviyo.Profiles["nobody"].SingleOrDefaultAsync()).Should().BeNull();
        (await Klaviyo.Profiles["nobody"].CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_condition_on_the_id_stays_a_filter_where_the_collection_lists_it() =>
        await Answers(Klaviyo.Lists.Where(l => l.Id == List.Id), $"/api/lists?filter=equals(id,\"{List.Id}\")&page[size]=10", [List]);

    [Fact]
    public async Task A_condition_on_the_id_becomes_the_path_where_the_collection_does_not_list_it()
    {
        Metric metric = Data.Of<Metric>().First();
        await Answers(Klaviyo.Metrics.Where(m => m.Id == metric.Id), $"/api/metrics/{metric.Id}", [metric]);
        await Answers(
            Klaviyo.Metrics.Where(m => true).Select(m => new { m.Id, m.Name }).Where(m => metric.Id == m.Id),
            $"/api/metrics/{metric.Id}?fields[metric]=name", [new { metric.Id, metric.Name }]);
        await Klaviyo.Metrics.Invoking(m => m.FirstAsync(x => x.Id == "nothing")).Should().ThrowAsync<InvalidOperationException>();
        (await Klaviyo.Metrics.FirstOrDefaultAsync(m => m.Id == "nothing")).Should().BeNull();
    }

    [Fact]
    public async Task A_condition_on_the_id_becomes_the_path_for_what_only_one_resource_gives()
    {
        await Answers(
            Klaviyo.Lists.Where(l => l.Id == List.Id).Select(l => new { l.Name, l.ProfileCount }),
            $"/api/lists/{List.Id}?fields[list]=name,profile_count&additional-fields[list]=profile_count",
            await Klaviyo.Lists[List.Id].AdditionalFields(l => l.ProfileCount).Select(l => new { l.Name, l.ProfileCount }).ToListAsync());
        (await Klaviyo.Profiles.Where(p => Profile.Id == p.Id).Include(p => p.Lists).SingleAsync()).Lists.Should().HaveCount(Profile.Lists.Count);
        Sent().Should().Be($"/api/profiles/{Profile.Id}?include=lists");
    }

    [Fact]
    public async Task A_second_condition_leaves_only_the_collection() =>
        await Refuses(Klaviyo.Metrics.Where(m => m.Id == "a" && m.Name == "b"), KlaviyoFindingCode.FieldNotFilterable, KlaviyoFindingCode.FieldNotFilterable);

    [Fact]
    public async Task A_campaign_is_found_by_id_without_naming_its_channel()
    {
        Campaign campaign = Data.Campaigns.First();
        await Answers(Klaviyo.Campaigns.Where(c => c.Id == campaign.Id), $"/api/campaigns/{campaign.Id}", [campaign]);
    }

    [Fact]
    public async Task A_type_without_a_collection_is_reached_by_id_only()
    {
        FlowAction action = Data.Of<FlowAction>().First();
        await Answers(Klaviyo.FlowActions.Where(a => a.Id == action.Id), $"/api/flow-actions/{action.Id}", [action]);
        await Answers(
            Klaviyo.FlowActions[action.Id].FlowMessages, $"/api/flow-actions/{action.Id}/flow-messages?page[size]=50",
            Data.Of<FlowMessage>().Where(m => m.FlowAction == action));
        KlaviyoFinding finding = (await Refuses(Klaviyo.FlowActions.Where(a => a.Status == "x"), KlaviyoFindingCode.CollectionMissing)).Single();
        finding.Advice.Should().Contain("klaviyo.Flows[id].FlowActions").And.Contain("klaviyo.FlowActions[id]");
    }

    [Theory]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a/../b", "a%2F..%2Fb")]
    [InlineData("../lists", "..%2Flists")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("100 %", "100%20%25")]
    [InlineData("a?b=c#d", "a%3Fb%3Dc%23d")]
    [InlineData("żółw", "%C5%BC%C3%B3%C5%82w")]
    [InlineData("...", "...")]
    [InlineData("a\\b\r\n", "a%5Cb%0D%0A")]
    public async Task Any_id_is_one_segment_of_the_path(string id, string segment)
    {
        (await Klaviyo.Profiles.FindAsync(id)).Should().BeNull();

        Emulator.Requests[^1].Path.Should().Be("/api/profiles/" + segment);
        Klaviyo.Profiles[id].ToRequestUri().AbsolutePath.Should().Be("/api/profiles/" + segment);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_would_be_another_path_is_refused(string id)
    {
        await Refuses(Klaviyo.Lists[id], KlaviyoFindingCode.IdNotSendable);
        await Refuses(Klaviyo.Lists[id].Profiles, KlaviyoFindingCode.IdNotSendable);
        await Refuses(Klaviyo.Metrics.Where(m => m.Id == id), KlaviyoFindingCode.IdNotSendable);
        KlaviyoFinding finding = (
            await Klaviyo.Lists.Invoking(l => l.FindAsync(id)).Should().ThrowAsync<UntranslatableQueryException>()).Which.Findings.Single();
        finding.Site.Text.Should().Be("id");
        finding.Site.File.Should().EndWith("ByIdTests.cs");
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_is_refused() =>
        await Refuses(Klaviyo.Lists["\ud83d\ude00"[..1]].Profiles, KlaviyoFindingCode.IdNotSendable);

    [Fact]
    public async Task An_attribute_of_another_endpoint_is_refused_with_the_way_to_it()
    {
        KlaviyoFinding finding = (await Refuses(Klaviyo.Profiles.Select(p => p.JoinedGroupAt), KlaviyoFindingCode.AttributeNotReturned)).Single();
        finding.Advice.Should().Contain("klaviyo.Lists[id].Profiles (GET /api/lists/{id}/profiles)").And.Contain("klaviyo.Segments[id].Profiles");
    }

    [Fact]
    public async Task An_include_or_additional_field_of_another_endpoint_is_refused_with_the_way_to_it()
    {
        (await Refuses(Klaviyo.Profiles.Include(p => p.Lists), KlaviyoFindingCode.RelationshipNotIncludable)).Single()
            .Advice.Should().Contain("lists can be included by klaviyo.Profiles[id] (GET /api/profiles/{id})");
        (await Refuses(Klaviyo.Lists.AdditionalFields(l => l.ProfileCount), KlaviyoFindingCode.AdditionalFieldNotListed)).Single()
            .Advice.Should().Contain("profile_count is only available from klaviyo.Lists[id] (GET /api/lists/{id})");
    }

    private string Sent()
    {
        var last = Emulator.Requests[^1];
        return Uri.UnescapeDataString(last.Query.Length == 0 ? last.Path : last.Path + "?" + last.Query.TrimStart('?'));
    }
}
