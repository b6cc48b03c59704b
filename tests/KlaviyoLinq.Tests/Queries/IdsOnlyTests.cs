using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Queries;

public sealed class IdsOnlyTests(EmulatedAccount account) : QueryTests(account)
{
    private List List => Data.Of<List>().First(l => l.Profiles.Count > 2);

    [Fact]
    public async Task Selecting_ids_asks_the_relationship() =>
        await Answers(
            Klaviyo.Lists[List.Id].Profiles.Select(p => p.Id),
            $"/api/lists/{List.Id}/relationships/profiles?page[size]=100",
            List.Profiles.Select(p => p.Id));

    [Fact]
    public async Task The_relationship_has_filters_of_its_own()
    {
        string email = List.Profiles[1].Email!;
        await Answers(
            Klaviyo.Lists[List.Id].Profiles.Where(p => p.Email == email).Select(p => p.Id),
            $"/api/lists/{List.Id}/relationships/profiles?filter=equals(email,\"{email}\")&page[size]=100",
            [List.Profiles[1].Id]);
    }

    [Fact]
    public async Task Queries_that_the_relationship_cannot_answer_go_to_the_resources()
    {
        FlowMessage message = Data.Of<FlowMessage>().First(m => m.FlowAction is not null);
        await Answers(
            Klaviyo.FlowActions[message.FlowAction!.Id].FlowMessages.Where(m => m.Id == message.Id).Select(m => m.Id),
            $"/api/flow-actions/{message.FlowAction.Id}/flow-messages?filter=any(id,[\"{message.Id}\"])&fields[flow-message]=id&page[size]=50",
            [message.Id]);
    }

    [Fact]
    public async Task The_id_of_a_related_single_asks_the_relationship()
    {
        Event first = Data.Events.First();
        await Answers(Klaviyo.Events[first.Id].Metric.Select(m => m.Id), $"/api/events/{first.Id}/relationships/metric", [first.Metric!.Id]);
    }

    [Fact]
    public async Task Counting_needs_ids_only()
    {
        (await Klaviyo.Lists[List.Id].Profiles.CountAsync()).Should().Be(List.Profiles.Count);
        Emulator.Requests[^1].Path.Should().Be($"/api/lists/{List.Id}/relationships/profiles");
        (await Klaviyo.Lists[List.Id].Profiles.AnyAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task Where_Klaviyo_sends_only_ids_the_resources_are_refused()
    {
        Tag tag = Data.Of<Tag>().First(t => t.Lists.Count > 0);
        await Answers(Klaviyo.Tags[tag.Id].Lists.Select(l => l.Id), $"/api/tags/{tag.Id}/relationships/lists", tag.Lists.Select(l => l.Id));
        await Refuses(Klaviyo.Tags[tag.Id].Lists, KlaviyoFindingCode.IdentifiersOnly);
        await Refuses(Klaviyo.Tags[tag.Id].Lists.Select(l => l.Name), KlaviyoFindingCode.AttributeNotReturned);
    }
}
