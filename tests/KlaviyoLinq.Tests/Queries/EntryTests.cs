using KlaviyoLinq.Entries;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Queries;

public sealed class EntryTests(EmulatedAccount account) : QueryTests(account)
{
    [Fact]
    public async Task A_reference_is_loaded_by_the_operation_of_its_relationship()
    {
        Event known = Data.Events.First(e => e.Profile is not null);
        Event evt = (await Klaviyo.Events.FindAsync(known.Id))!;
        KlaviyoReferenceEntry<Event, Profile> reference = Klaviyo.Entry(evt).Reference(e => e.Profile);
        (reference.State, reference.IsLoaded, reference.CurrentValue).Should().Be((RelationshipState.IdentifiersOnly, false, null));
        Emulator.ClearRequests();

        await reference.LoadAsync();

        Sent().Should().Equal($"/api/events/{evt.Id}/profile");
        evt.Profile.Id.Should().Be(known.ProfileId);
        evt.Profile.Email.Should().Be(known.Profile!.Email);
        reference.CurrentValue.Should().BeSameAs(evt.Profile);
        evt.Relationships["profile"].State.Should().Be(RelationshipState.Loaded);
        evt.Relationships["profile"].Related.Should().EndWith($"/api/events/{evt.Id}/profile/");
        evt.Relationships["metric"].ToString().Should().Be("metric: IdentifiersOnly (1)", "it was not what was loaded");
        evt.Relationships["metric"].Identifiers.Single().Id.Should().Be(known.MetricId);
    }

    [Fact]
    public async Task A_collection_is_loaded_with_all_its_pages()
    {
        List known = Data.Of<List>().MaxBy(l => l.Profiles.Count)!;
        List list = (await Klaviyo.Lists.FindAsync(known.Id))!;
        KlaviyoCollectionEntry<List, Profile> collection = Klaviyo.Entry(list).Collection(l => l.Profiles);
        collection.State.Should().Be(RelationshipState.NotReceived);
        Emulator.ClearRequests();

        await collection.LoadAsync();

        Emulator.Requests.Should().HaveCount((known.Profiles.Count + 99) / 100).And.OnlyContain(request => request.Path == $"/api/lists/{list.Id}/profiles");
        known.Profiles.Count.Should().BeGreaterThan(100);
        list.Profiles.Select(p => p.Id).Should().BeEquivalentTo(known.Profiles.Select(p => p.Id));
        list.Relationships["profiles"].Identifiers.Select(i => i.Id).Should().Equal(list.Profiles.Select(p => p.Id));
        collection.IsLoaded.Should().BeTrue();
    }

    [Fact]
    public async Task A_navigation_loaded_or_known_to_be_empty_is_not_requested_again()
    {
        Profile known = Data.Profiles.First(p => p.Lists.Count > 0);
        Profile profile = await Klaviyo.Profiles[known.Id].Include(p => p.Lists).SingleAsync();
        Profile alone = new() { Id = Data.Profiles.First(p => p.Lists.Count == 0).Id };
        Emulator.ClearRequests();

        await Klaviyo.Entry(profile).Collection(p => p.Lists).LoadAsync();
        Sent().Should().BeEmpty();
        await Klaviyo.Entry(alone).Collection(p => p.Lists).LoadAsync();
        await Klaviyo.Entry(alone).Collection(p => p.Lists).LoadAsync();

        Sent().Should().Equal($"/api/profiles/{alone.Id}/lists");
        alone.Relationships["lists"].State.Should().Be(RelationshipState.Empty);
    }

    [Fact]
    public async Task A_reference_to_nothing_is_loaded_as_null()
    {
        FlowMessage known = Data.Of<FlowMessage>().FirstOrDefault(m => m.Template is null) ?? Data.Of<FlowMessage>().First();
        FlowMessage message = new() { Id = known.Id };

        await Klaviyo.Entry(message).Reference(m => m.Template).LoadAsync();

        message.TemplateId.Should().Be(known.TemplateId);
        message.Relationships["template"].State.Should().Be(known.Template is null ? RelationshipState.Null : RelationshipState.Loaded);
    }

    [Fact]
    public async Task The_query_of_a_relationship_takes_what_its_operation_takes()
    {
        List list = Data.Of<List>().First(l => l.Profiles.Count > 2);
        DateTimeOffset since = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        IKlaviyoQueryable<Profile> members = Klaviyo.Entry(list).Collection(l => l.Profiles).Query();

        await Answers(
            members.Where(p => p.JoinedGroupAt > since).Select(p => p.Email),
            $"/api/lists/{list.Id}/profiles?filter=greater-than(joined_group_at,2020-01-01T00:00:00Z)&fields[profile]=email&page[size]=100",
            list.Profiles.Select(p => p.Email));
        await Answers(members.Select(p => p.Id), $"/api/lists/{list.Id}/relationships/profiles?page[size]=100", list.Profiles.Select(p => p.Id));
        (await Refuses(members.Where(p => p.FirstName == "x"), KlaviyoFindingCode.FieldNotFilterable))
            .Single().Reason.Should().Contain("GET /api/lists/{id}/profiles");
    }

    [Fact]
    public async Task A_relationship_that_no_operation_follows_is_refused_with_the_ways_that_are_left()
    {
        Event evt = new() { Id = Data.Events.First().Id };
        KlaviyoFinding finding = (await Refused(() => Klaviyo.Entry(evt).Collection(e => e.Attributions).LoadAsync())).Single();

        finding.Code.Should().Be(KlaviyoFindingCode.RelatedOperationMissing);
        finding.Reason.Should().Be("Klaviyo has no operation that returns the attributions of one event.");
        finding.Advice.Should().Contain("klaviyo.Events[id].Include(…)").And.Contain("klaviyo.Events.Include(…)");
        (finding.Fragment, finding.Site.Text).Should().Be(("e.Attributions", "e => e.Attributions"));
        finding.Site.File.Should().EndWith("EntryTests.cs");

        CatalogVariant variant = Data.Of<CatalogVariant>().First();
        (await Refused(() => Klaviyo.Entry(new CatalogVariant { Id = variant.Id }).Reference(v => v.Item).LoadAsync())).Single()
            .Advice.Should().Contain("klaviyo.CatalogItems[id] with an id of Relationships[\"item\"].Identifiers");
        (await Refused(() => Klaviyo.Entry(new Tag { Id = "t" }).Collection(t => t.Lists).LoadAsync()))
            .Single().Code.Should().Be(KlaviyoFindingCode.IdentifiersOnly);
    }

    [Fact]
    public async Task A_resource_without_an_id_is_refused()
    {
        KlaviyoFinding finding = (await Refused(() => Klaviyo.Entry(new Event()).Reference(e => e.Metric).LoadAsync())).Single();
        finding.Code.Should().Be(KlaviyoFindingCode.IdNotSendable);
        finding.Reason.Should().Contain("GET /api/events/{id}/metric").And.Contain("empty");
    }

    [Fact]
    public async Task A_resource_that_is_not_there_is_an_error_and_stays_as_it_was()
    {
        Event evt = new() { Id = "no/where" };
        await Klaviyo.Entry(evt).Reference(e => e.Profile).Invoking(r => r.LoadAsync()).Should().ThrowAsync<KlaviyoNotFoundException>();
        Emulator.Requests[^1].Path.Should().Be("/api/events/no%2Fwhere/profile");
        evt.Relationships["profile"].State.Should().Be(RelationshipState.NotReceived);
        await Klaviyo.Entry(new List { Id = ".. /é%" }).Collection(l => l.Tags).Invoking(r => r.LoadAsync()).Should().ThrowAsync<KlaviyoNotFoundException>();
        Emulator.Requests[^1].Path.Should().Be("/api/lists/..%20%2F%C3%A9%25/tags");
    }

    [Fact]
    public void A_lambda_that_is_not_a_navigation_is_refused_with_the_available_ones()
    {
        Event evt = new() { Id = "E", Profile = new Profile() };
        Klaviyo.Entry(evt).Invoking(e => e.Reference(x => x.Profile.Conversations.First())).Should().Throw<ArgumentException>()
            .WithMessage("*is not a relationship of Event. Its relationships are: Attributions,*Metric, Profile.*");
        Klaviyo.Entry(evt)
            .Invoking(e => e.Collection(x => x.Profile.Lists))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("'x.Profile.Lists' is not a relationship of Event.*");
    }

    private async Task<IReadOnlyList<KlaviyoFinding>> Refused(Func<Task> act)
    {
        Emulator.ClearRequests();
        IReadOnlyList<KlaviyoFinding> findings = (await act.Should().ThrowAsync<UntranslatableQueryException>()).Which.Findings;
        Emulator.Requests.Should().BeEmpty();
        return findings;
    }

    private IEnumerable<string> Sent() => Emulator.Requests.Select(request => request.Path);
}
