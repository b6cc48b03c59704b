// What users have in one file: LINQ, EF Core, System.Linq.Async and KlaviyoLinq. That it compiles is half of the proof.
using System.Linq;
using System.Linq.Expressions;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Queries;
using Microsoft.EntityFrameworkCore;

namespace KlaviyoLinq.Tests.Parsing;

public sealed class InteropTests(EmulatedAccount account) : QueryTests(account)
{
    private const string Request = "?filter=greater-than(created,2026-03-01T00:00:00Z)&sort=id&fields[profile]=email&page[size]=100";

    [Fact]
    public async Task Own_operators_win_in_method_and_query_syntax()
    {
        IKlaviyoQueryable<string?> method = Klaviyo.Profiles.Where(p => p.Created > Since).OrderBy(p => p.Id).Select(p => p.Email);
        IKlaviyoQueryable<string?> query = from p in Klaviyo.Profiles where p.Created > Since orderby p.Id select p.Email;
        string?[] rows = [.. Data.Profiles.Where(p => p.Created > Since).OrderBy(p => p.Id, StringComparer.Ordinal).Select(p => p.Email)];

        Uri.UnescapeDataString(method.ToRequestUri().Query).Should().Be(Request);
        Uri.UnescapeDataString(query.ToRequestUri().Query).Should().Be(Request);
        (await method.ToListAsync()).Should().Equal(rows);
        (await query.ToArrayAsync()).Should().Equal(rows);
        (await Klaviyo.Profiles.Include(p => p.PushTokens).FirstAsync()).Should().NotBeNull();
        (await Klaviyo.Profiles.AnyAsync(p => p.Created > Since)).Should().BeTrue();
        (await Klaviyo.Profiles.OrderBy(p => p.Id).LastAsync()).Should().NotBeNull();
        (await Klaviyo.Images.SumAsync(i => i.Size)).Should().Be(Data.Of<Image>().Sum(i => i.Size));
        (await Klaviyo.Profiles.MaxAsync(p => p.Created)).Should().Be(Data.Profiles.Max(p => p.Created));
        (await Klaviyo.Tags.ToDictionaryAsync(t => t.Id, t => t.Name)).Should().NotBeEmpty();
        (await Klaviyo.Profiles.Select(p => p.Id).ContainsAsync("x")).Should().BeFalse();
    }

    [Fact]
    public async Task The_rows_of_EF_Cores_own_operators_are_those_of_Klaviyo()
    {
        IQueryable<string?> plain = ((IQueryable<Profile>)Klaviyo.Profiles).Where(p => p.Created > Since).OrderBy(p => p.Id).Select(p => p.Email);
        string?[] rows = [.. Data.Profiles.Where(p => p.Created > Since).OrderBy(p => p.Id, StringComparer.Ordinal).Select(p => p.Email)];
        Emulator.ClearRequests();

        (await EntityFrameworkQueryableExtensions.ToListAsync(plain)).Should().Equal(rows);
        Uri.UnescapeDataString(Emulator.Requests[0].Query).Should().Be(Request[1..]);
        (await plain.ToArrayAsync()).Should().Equal(rows);
        (await plain.ToHashSetAsync()).Should().BeEquivalentTo(rows.ToHashSet());
        (await plain.AsAsyncEnumerable().CountAsync()).Should().Be(rows.Length);
        int count = 0;
        await foreach (string? _ in plain.AsAsyncEnumerable())
            count++;
        count.Should().Be(rows.Length);
        (await ((IQueryable<Profile>)Klaviyo.Profiles).AsNoTracking().Where(p => p.Created > Since).ToListAsync()).Should().HaveCount(rows.Length);
    }

    [Fact]
    public async Task The_asynchronous_operators_of_LINQ_go_on_in_memory()
    {
        var groups = await Klaviyo.Profiles.AsAsyncEnumerable()
            .GroupBy(p => p.Location?.Country).Select(group => new { group.Key, Count = group.Count() }).ToListAsync();

        groups.Select(group => (group.Key, group.Count))
            .Should().BeEquivalentTo(Data.Profiles.GroupBy(p => p.Location?.Country).Select(group => (group.Key, Count: group.Count())));
        (await (from p in Klaviyo.Profiles.AsAsyncEnumerable() where p.Email != null orderby p.LastName select p.Id).Take(3).ToListAsync())
            .Should().HaveCount(3);
        (await Klaviyo.Profiles.Take(10).AsAsyncEnumerable().Buffer(3).CountAsync())
            .Should().Be(4, "Buffer is of System.Interactive.Async, beside System.Linq.Async");
    }

    [Fact]
    public void Operators_of_a_variable_type_compose_without_a_word_of_Klaviyo()
    {
        Expression<Func<Profile, bool>> predicate = p => p.Created > Since;
        IQueryable<Profile> composed = Restrict(Klaviyo.Profiles, predicate);
        composed.Should().BeAssignableTo<IKlaviyoQueryable<Profile>>();
        Uri.UnescapeDataString(((IKlaviyoQueryable<Profile>)composed).ToRequestUri().Query)
            .Should().Be("?filter=greater-than(created,2026-03-01T00:00:00Z)&page[size]=100");
    }

    private static IQueryable<T> Restrict<T>(IQueryable<T> source, Expression<Func<T, bool>> predicate) => source.Where(predicate);
}
