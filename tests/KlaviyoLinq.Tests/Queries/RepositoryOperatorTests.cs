using System.Reflection;
using KlaviyoLinq.Model;
using KlaviyoLinq.Repositories;

namespace KlaviyoLinq.Tests.Queries;

/// <summary>Klaviyo's own operators on plain <see cref="IQueryable{T}"/>: each does what its namesake does, and none is missing.</summary>
public sealed class RepositoryOperatorTests(EmulatedAccount account) : QueryTests(account)
{
    // Those that Queryable has as well, which find their way to Klaviyo by themselves; and those the documentation of the class says why it has not.
    private static readonly string[] _elsewhere =
    [
        .. typeof(Queryable).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name),
        nameof(KlaviyoQueryable.ThenInclude), nameof(KlaviyoQueryable.For), nameof(KlaviyoQueryable.OrderByDistance),
    ];

    [Fact]
    public void Every_operator_of_a_Klaviyo_query_is_there_on_plain_IQueryable()
    {
        string[] there = [.. Signatures(typeof(KlaviyoRepositoryQueryable))];

        Signatures(typeof(KlaviyoQueryable)).Should().NotBeEmpty().And.BeSubsetOf(there);
    }

    [Fact]
    public async Task Operators_on_plain_IQueryable_become_the_same_request_and_rows()
    {
        IQueryable<Profile> profiles = Klaviyo.Profiles;
        IQueryable<Profile> query = profiles.Where(p => p.Created > Since).AdditionalFields(p => p.Subscriptions).PageSize(40).TagWith("a test");

        await Answers(
            query.AsKlaviyo(),
            "/api/profiles?filter=greater-than(created,2026-03-01T00:00:00Z)&additional-fields[profile]=subscriptions&page[size]=40",
            Data.Profiles.Where(p => p.Created > Since));
        query.Explain().Scopes.Should().Equal("profiles:read");
        query.WhereUnchecked($"contains-any(tags,{"a\"b"})").ToRequestUri().Query.Should().Contain("contains-any");
    }

    [Fact]
    public async Task Include_on_plain_IQueryable_brings_the_related_resource_along()
    {
        IQueryable<Event> events = Klaviyo.Events;
        IQueryable<Event> query = events.Include(e => e.Metric).Where(e => e.Datetime > Since).OrderBy(e => e.Datetime).Take(50);

        List<Event> rows = await query.ToListAsync();

        Uri.UnescapeDataString(query.ToRequestUri().Query)
            .Should().Be("?filter=greater-than(datetime,2026-03-01T00:00:00Z)&sort=datetime&include=metric&page[size]=50");
        rows.Select(e => e.Metric?.Name).Should().Equal(rows.Select(e => Data.Of<Metric>().Single(m => m.Id == e.MetricId).Name)).And.HaveCount(50);
    }

    [Fact]
    public async Task Alternatives_on_plain_IQueryable_fan_out_and_filters_of_the_model_are_ignored()
    {
        Profile both = Data.Profiles.First(p => p.Email is not null && p.Created > Since);
        IQueryable<Profile> profiles = Klaviyo.Profiles;
        IQueryable<Profile> query = profiles.Where(p => p.Email == both.Email || p.Created > Since).AllowFanOut(2);

        query.ToRequestUris().Should().HaveCount(2);
        (await query.ToListAsync())
            .Select(p => p.Id).Should().BeEquivalentTo(Data.Profiles.Where(p => p.Email == both.Email || p.Created > Since).Select(p => p.Id));

        await using FilteredContext filtered = new(new KlaviyoOptions { ApiKey = "pk_tests", EnableRateLimiting = false, BaseAddress = Emulator.BaseAddress })
        {
            Since = Since,
        };
        IQueryable<Profile> recent = filtered.Profiles;
        (await recent.IgnoreQueryFilters(["recent"]).CountAsync()).Should().Be(Data.Profiles.Count());
        (await recent.IgnoreQueryFilters(["named"]).CountAsync()).Should().Be(Data.Profiles.Count(p => p.Created > Since));
        Uri.UnescapeDataString(recent.IgnoreQueryFilters().ToRequestUri().Query).Should().Be("?page[size]=7");
    }

    [Fact]
    public async Task Sums_and_choices_on_plain_IQueryable_are_those_of_LINQ_to_Objects()
    {
        IQueryable<Profile> profiles = Klaviyo.Profiles;
        DateTimeOffset?[] moments = [.. Data.Profiles.Select(p => p.Created)];

        (await profiles.MinAsync(p => p.Created)).Should().Be(moments.Min());
        (await profiles.Select(p => p.Created).MaxAsync()).Should().Be(moments.Max());
        (await profiles.SumAsync(p => p.Id.Length)).Should().Be(Data.Profiles.Sum(p => p.Id.Length));
        (await profiles.AverageAsync(p => p.Location.Latitude.AsNumber()))
            .Should().BeApproximately(Data.Profiles.Average(p => p.Location?.Latitude.AsNumber())!.Value, 1e-9);
        (await profiles.ToLookupAsync(p => p.Created!.Value.Month))
            .Select(month => month.Count())
            .Order()
            .Should()
            .Equal(Data.Profiles.GroupBy(p => p.Created!.Value.Month).Select(month => month.Count()).Order());
        (await profiles.OrderBy(p => p.Id).LastAsync(p => p.Created > Since)).Id.Should().Be(Data.Profiles.Where(p => p.Created > Since).Max(p => p.Id));
        (await profiles.OrderBy(p => p.Id).ElementAtAsync(0)).Id.Should().Be(Data.Profiles.MinBy(p => p.Id, StringComparer.Ordinal)!.Id);
    }

    private static IEnumerable<string> Signatures(Type type) =>
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where !_elsewhere.Contains(method.Name)
        select $"{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType))})"
            .Replace(typeof(IKlaviyoQueryable<>).FullName![..^2], typeof(IQueryable<>).FullName![..^2], StringComparison.Ordinal);
}
