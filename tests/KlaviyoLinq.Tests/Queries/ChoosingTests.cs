using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Queries;

public sealed class ChoosingTests(EmulatedAccount account) : QueryTests(account)
{
    [Fact]
    public async Task Last_turns_the_sort_round_and_takes_one()
    {
        (await Klaviyo.Profiles.OrderBy(p => p.Id).LastAsync()).Id.Should().Be(Data.Profiles.Select(p => p.Id).Max(StringComparer.Ordinal));
        Sent().Should().Be("sort=-id&page[size]=1");
        (await Klaviyo.Profiles.OrderByDescending(p => p.Id).LastOrDefaultAsync())!.Id.Should().Be(Data.Profiles.Select(p => p.Id).Min(StringComparer.Ordinal));
        (await Klaviyo.Profiles.OrderBy(p => p.Id).LastAsync(p => p.Created > Since)).Id
            .Should().Be(Data.Profiles.Where(p => p.Created > Since).Select(p => p.Id).Max(StringComparer.Ordinal));
        (await Klaviyo.Profiles.OrderBy(p => p.Id).LastOrDefaultAsync(p => p.Email == "nobody")).Should().BeNull();
    }

    [Fact]
    public async Task Last_without_a_sort_or_of_a_limit_is_refused()
    {
        Emulator.ClearRequests();
        (await Refusal(() => Klaviyo.Profiles.LastAsync()))
            .Should()
            .Match<KlaviyoFinding>(f => f.Code == KlaviyoFindingCode.OperatorNotTranslatable && f.Operator == "LastAsync" && f.Advice.Contains("OrderBy"));
        (await Refusal(() => Klaviyo.Profiles.OrderBy(p => p.Id).Take(5).LastAsync())).Code.Should().Be(KlaviyoFindingCode.OperatorOutOfOrder);
        Emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Single_takes_a_predicate()
    {
        Profile someone = Data.Profiles.First(p => p.Email is not null);
        (await Klaviyo.Profiles.SingleAsync(p => p.Email == someone.Email)).Id.Should().Be(someone.Id);
        Sent().Should().Be($"filter=equals(email,\"{someone.Email}\")&page[size]=2");
        (await Klaviyo.Profiles.SingleOrDefaultAsync(p => p.Email == "nobody")).Should().BeNull();
    }

    [Fact]
    public async Task All_asks_for_one_that_does_not()
    {
        (await Klaviyo.TagGroups.AllAsync(g => g.Exclusive)).Should().Be(Data.Of<TagGroup>().All(g => g.Exclusive));
        Sent().Should().StartWith("filter=equals(exclusive,false)&fields[tag-group]=id");
        (await Klaviyo.TagGroups.AllAsync(g => !g.Exclusive)).Should().Be(Data.Of<TagGroup>().All(g => !g.Exclusive));
        (await Klaviyo.Profiles.AllAsync(p => !(p.Email == "nobody"))).Should().BeTrue();
        (await Refusal(() => Klaviyo.Profiles.AllAsync(p => p.Created > Since)))
            .Should().Match<KlaviyoFinding>(f => f.Code == KlaviyoFindingCode.NegationNotSupported && f.Operator == "AllAsync");
    }

    [Fact]
    public async Task Contains_asks_for_one_that_equals()
    {
        Profile someone = Data.Profiles.First(p => p.Email is not null);
        (await Klaviyo.Profiles.Select(p => p.Id).ContainsAsync(someone.Id)).Should().BeTrue();
        Sent().Should().Be($"filter=equals(id,\"{someone.Id}\")&fields[profile]=id&page[size]=1");
        (await Klaviyo.Profiles.Select(p => p.Email).ContainsAsync("nobody")).Should().BeFalse();
        (await Klaviyo.Profiles.ContainsAsync(someone)).Should().BeTrue();
        (await Refusal(() => Klaviyo.Profiles.Select(p => p.FirstName).ContainsAsync("Jane"))).Code.Should().Be(KlaviyoFindingCode.FieldNotFilterable);
        (await Refusal(() => Klaviyo.Profiles.Select(p => new { p.Id }).ContainsAsync(new { Id = "x" }))).Code.Should()
            .Be(KlaviyoFindingCode.PredicateNotTranslatable);
    }

    [Fact]
    public async Task The_element_at_the_start_is_the_first_and_any_other_is_refused()
    {
        (await Klaviyo.Profiles.OrderBy(p => p.Id).ElementAtAsync(0)).Id.Should().Be(Data.Profiles.Select(p => p.Id).Min(StringComparer.Ordinal));
        (await Refusal(() => Klaviyo.Profiles.ElementAtAsync(3))).Should().Match<KlaviyoFinding>(f => f.Operator == "ElementAtAsync" && f.Fragment == "3");
    }

    [Fact]
    public async Task Sums_and_extremes_read_only_the_member()
    {
        IEnumerable<long?> sizes = Data.Of<Image>().Select(i => (long?)i.Size);
        (await Klaviyo.Images.SumAsync(i => i.Size)).Should().Be(sizes.Sum());
        Sent().Should().Be("fields[image]=size&page[size]=100");
        (await Klaviyo.Images.AverageAsync(i => i.Size)).Should().Be(sizes.Average());
        (await Klaviyo.Images.MinAsync(i => i.Size)).Should().Be(sizes.Min());
        (await Klaviyo.Images.MaxAsync(i => i.Size)).Should().Be(sizes.Max());
        (await Klaviyo.Events.Select(e => e.Timestamp).SumAsync()).Should().Be(Data.Events.Sum(e => e.Timestamp));
        (await Klaviyo.Events.AverageAsync(e => e.Timestamp)).Should().Be(Data.Events.Average(e => e.Timestamp));
        (await Klaviyo.Profiles.Select(p => p.Created).MaxAsync()).Should().Be(Data.Profiles.Max(p => p.Created));
        (await Klaviyo.Profiles.Where(p => p.Email == "nobody").MaxAsync(p => p.Created)).Should().BeNull();
        (await Klaviyo.Images.Where(i => i.Id == "none").SumAsync(i => i.Size)).Should().Be(0);
        await Klaviyo.Invoking(k => k.Tags.Where(t => t.Name == "none").AverageAsync(t => t.Name.Length)).Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task Rows_are_collected_into_dictionaries_of_values_and_lookups()
    {
        (await Klaviyo.Tags.ToDictionaryAsync(t => t.Id, t => t.Name)).Should().BeEquivalentTo(Data.Of<Tag>().ToDictionary(t => t.Id, t => t.Name));
        ILookup<char, string> names = await Klaviyo.Tags.ToLookupAsync(t => t.Name[0], t => t.Name);
        foreach (IGrouping<char, string> group in Data.Of<Tag>().ToLookup(t => t.Name[0], t => t.Name))
            names[group.Key].Should().BeEquivalentTo(group);
        (await Klaviyo.Tags.ToLookupAsync(t => t.Name[0])).Should().HaveCount(names.Count);
        (await Klaviyo.Tags.LongCountAsync(t => t.Name.Contains("a"))).Should().Be(Data.Of<Tag>().LongCount(t => t.Name.Contains('a')));
    }

    private static async Task<KlaviyoFinding> Refusal(Func<Task> query) =>
        (await query.Should().ThrowAsync<UntranslatableQueryException>()).Which.Findings.Single();

    private string Sent() => Uri.UnescapeDataString(Emulator.Requests[^1].Query.TrimStart('?'));
}
