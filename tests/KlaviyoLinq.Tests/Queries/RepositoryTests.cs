using KlaviyoLinq.Model;
using KlaviyoLinq.Repositories;

namespace KlaviyoLinq.Tests.Queries;

public sealed class RepositoryTests(EmulatedAccount account) : QueryTests(account)
{
    [Fact]
    public async Task The_ends_of_a_query_work_on_plain_IQueryable()
    {
        IQueryable<Profile> profiles = Klaviyo.Profiles;
        IQueryable<Profile> recent = profiles.Where(p => p.Created > Since).OrderBy(p => p.Id);
        Profile[] rows = [.. Data.Profiles.Where(p => p.Created > Since).OrderBy(p => p.Id, StringComparer.Ordinal)];

        (await recent.ToListAsync()).Select(p => p.Id).Should().Equal(rows.Select(p => p.Id));
        Uri.UnescapeDataString(recent.ToRequestUri().Query).Should().Be("?filter=greater-than(created,2026-03-01T00:00:00Z)&sort=id&page[size]=100");
        (await recent.FirstAsync()).Id.Should().Be(rows[0].Id);
        (await recent.LastAsync()).Id.Should().Be(rows[^1].Id);
        (await recent.CountAsync()).Should().Be(rows.Length);
        (await profiles.SingleAsync(p => p.Id == rows[0].Id)).Id.Should().Be(rows[0].Id);
        (await profiles.AnyAsync(p => p.Email == "nobody")).Should().BeFalse();
        (await recent.Select(p => p.Id).ToDictionaryAsync(id => id, id => id.Length)).Should().HaveCount(rows.Length);
        (await recent.AsAsyncEnumerable().CountAsync()).Should().Be(rows.Length);
        (await recent.AsKlaviyo().PageSize(7).ToArrayAsync()).Should().HaveCount(rows.Length);
    }

    [Fact]
    public async Task A_query_of_anything_else_is_an_error_that_says_so()
    {
        IQueryable<int> list = new[] { 1 }.AsQueryable();
        await list.Invoking(q => q.ToListAsync()).Should().ThrowAsync<InvalidOperationException>().WithMessage("*EnumerableQuery*not from a KlaviyoContext*");
    }
}
