using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Queries;

public sealed class TerminalTests(EmulatedAccount account) : QueryTests(account)
{
    [Fact]
    public async Task First_asks_for_one()
    {
        Profile first = await Klaviyo.Profiles.OrderBy(p => p.Id).FirstAsync();

        first.Id.Should().Be(Data.Profiles.Select(p => p.Id).Min(StringComparer.Ordinal));
        Sent().Should().Be("sort=id&page[size]=1");
    }

    [Fact]
    public async Task First_of_nothing_throws_and_FirstOrDefault_gives_null()
    {
        await Klaviyo.Invoking(k => k.Profiles.FirstAsync(p => p.Email == "nobody")).Should().ThrowAsync<InvalidOperationException>();
        (await Klaviyo.Profiles.FirstOrDefaultAsync(p => p.Email == "nobody")).Should().BeNull();
        (await Klaviyo.Profiles.Select(p => p.Created).Where(created => created > DateTimeOffset.MaxValue.AddDays(-1)).FirstOrDefaultAsync()).Should().BeNull();
    }

    [Fact]
    public async Task Single_asks_for_two_to_know()
    {
        string id = Data.Profiles.First().Id;
        (await Klaviyo.Profiles.Where(p => p.Id == id).SingleAsync()).Id.Should().Be(id);
        Sent().Should().Be($"filter=equals(id,\"{id}\")&page[size]=2");
        await Klaviyo.Invoking(k => k.Profiles.SingleAsync()).Should().ThrowAsync<InvalidOperationException>().WithMessage("*more than one*");
        (await Klaviyo.Profiles.Where(p => p.Email == "nobody").SingleOrDefaultAsync()).Should().BeNull();
    }

    [Fact]
    public async Task Any_asks_for_one_id()
    {
        (await Klaviyo.Profiles.AnyAsync(p => p.Created > Since)).Should().BeTrue();
        Sent().Should().Be("filter=greater-than(created,2026-03-01T00:00:00Z)&fields[profile]=id&page[size]=1");
        (await Klaviyo.Profiles.AnyAsync(p => p.Email == "nobody")).Should().BeFalse();
    }

    [Fact]
    public async Task Count_reads_ids_only_and_keeps_a_limit()
    {
        (await Klaviyo.Profiles.CountAsync(p => p.Created > Since)).Should().Be(Data.Profiles.Count(p => p.Created > Since));
        Sent().Should().StartWith("filter=greater-than(created,2026-03-01T00:00:00Z)&fields[profile]=id&page[size]=100");
        (await Klaviyo.Profiles.Take(30).CountAsync()).Should().Be(30);
        (await Klaviyo.Events.LongCountAsync()).Should().Be(Data.Events.LongCount());
    }

    [Fact]
    public async Task Rows_are_collected_in_every_shape()
    {
        (await Klaviyo.Tags.ToArrayAsync()).Should().HaveCount(Data.Of<Tag>().Count());
        (await Klaviyo.Tags.Select(t => t.Id).ToHashSetAsync()).Should().BeEquivalentTo(Data.Of<Tag>().Select(t => t.Id));
        (await Klaviyo.Tags.ToDictionaryAsync(t => t.Id)).Keys.Should().BeEquivalentTo(Data.Of<Tag>().Select(t => t.Id));
        int count = 0;
        await Klaviyo.Tags.ForEachAsync(_ => count++);
        count.Should().Be(Data.Of<Tag>().Count());
    }

    [Fact]
    public void Synchronous_enumeration_is_refused_with_advice()
    {
        Klaviyo.Invoking(k => k.Profiles.AsEnumerable().ToList()).Should().Throw<SynchronousQueryException>().WithMessage("*ToListAsync*");
        Klaviyo.Invoking(k => k.Profiles.Where(p => p.Id == "x").ToList()).Should().Throw<SynchronousQueryException>();
        Klaviyo.Invoking(k => k.Profiles.First()).Should().Throw<SynchronousQueryException>();
        Klaviyo.Invoking(k => k.Profiles.Count()).Should().Throw<SynchronousQueryException>();
    }

    [Fact]
    public async Task A_query_can_be_run_again()
    {
        var query = Klaviyo.Tags.OrderBy(t => t.Id).Select(t => t.Id);
        (await query.ToListAsync()).Should().Equal(await query.ToListAsync());
    }

    private string Sent() => Uri.UnescapeDataString(Emulator.Requests[^1].Query.TrimStart('?'));
}
