using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Queries;

public sealed class RelatedTests(EmulatedAccount account) : QueryTests(account)
{
    private List List => Data.Of<List>().First(l => l.Profiles.Count > 2);

    [Fact]
    public async Task A_related_collection_has_its_own_endpoint() =>
        await Answers(Klaviyo.Lists[List.Id].Profiles, $"/api/lists/{List.Id}/profiles?page[size]=100", List.Profiles);

    [Fact]
    public async Task A_related_collection_has_its_own_filters_sort_keys_and_fields() =>
        await AnswersInOrder(
            Klaviyo.Lists[List.Id].Profiles.Where(p => p.JoinedGroupAt > Moment).OrderBy(p => p.JoinedGroupAt).Select(p => new { p.Id, p.Email }),
            $"/api/lists/{List.Id}/profiles?filter=greater-than(joined_group_at,2020-01-01T00:00:00Z)&sort=joined_group_at&fields[profile]=email&page[size]=100",
            (await Klaviyo.Lists[List.Id].Profiles.ToListAsync()).OrderBy(p => p.JoinedGroupAt).Select(p => new { p.Id, p.Email }));

    [Fact]
    public async Task The_lists_of_a_profile_are_the_lists_that_hold_it()
    {
        Profile profile = List.Profiles[0];
        await Answers(Klaviyo.Profiles[profile.Id].Lists, $"/api/profiles/{profile.Id}/lists", Data.Of<List>().Where(l => l.Profiles.Contains(profile)));
    }

    [Fact]
    public async Task A_related_single_is_a_query_with_one_row()
    {
        Event first = Data.Events.First();
        await Answers(Klaviyo.Events[first.Id].Metric, $"/api/events/{first.Id}/metric", [first.Metric!]);
        (await Klaviyo.Events[first.Id].Metric.Select(m => m.Name).SingleAsync()).Should().Be(first.Metric!.Name);
    }

    [Fact]
    public async Task A_missing_related_single_is_not_a_row()
    {
        (await Klaviyo.Lists["nowhere"].ToListAsync()).Should().BeEmpty();
        (await Klaviyo.FlowMessages["nowhere"].Template.FirstOrDefaultAsync()).Should().BeNull();
        (await Klaviyo.FlowMessages["nowhere"].Template.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task A_collection_of_a_resource_that_is_not_there_is_an_error() =>
        await Klaviyo.Invoking(k => k.Lists["nowhere"].Profiles.ToListAsync()).Should().ThrowAsync<KlaviyoNotFoundException>();

    private static DateTimeOffset Moment { get; } = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
