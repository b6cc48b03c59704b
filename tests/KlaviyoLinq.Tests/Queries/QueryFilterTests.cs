using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Queries;

/// <summary>Tests that a context's query filters are part of every request and can be left out by name.</summary>
public sealed class QueryFilterTests(EmulatedAccount account) : QueryTests(account)
{
    private const string Named = "greater-than(updated,1970-01-01T00:00:00Z)";
    private static readonly DateTimeOffset _march = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Filters_of_the_model_stand_before_those_of_the_query_and_in_typed_sets()
    {
        await using FilteredContext klaviyo = Filtered(since: _march);

        await Answers(
            klaviyo.Customers.Where(p => p.Email == "nobody@example.com"),
            $"/api/profiles?filter=greater-than(created,2026-03-01T00:00:00Z),{Named},equals(email,\"nobody@example.com\")&page[size]=7",
            []);
        await Answers(
            klaviyo.Profiles, $"/api/profiles?filter=greater-than(created,2026-03-01T00:00:00Z),{Named}&page[size]=7",
            Data.Profiles.Where(p => p.Created > _march));
        Data.Profiles.Count(p => p.Created > _march).Should().BeInRange(1, Data.Profiles.Count() - 1);
    }

    [Fact]
    public async Task Filters_are_ignored_all_together_or_by_name_wherever_that_is_written()
    {
        await using FilteredContext klaviyo = Filtered(since: _march);

        await Answers(klaviyo.Profiles.IgnoreQueryFilters(), "/api/profiles?page[size]=7", Data.Profiles);
        await Answers(klaviyo.Profiles.IgnoreQueryFilters(["recent"]), $"/api/profiles?filter={Named}&page[size]=7", Data.Profiles);
        await Answers(
            klaviyo.Profiles.Select(p => p.Id).IgnoreQueryFilters(["recent"]).IgnoreQueryFilters(["named"]),
            "/api/profiles?fields[profile]=id&page[size]=7", Data.Profiles.Select(p => p.Id));
        await Answers(
            klaviyo.Lists.IgnoreQueryFilters(["recent"]), "/api/lists?filter=greater-than(created,1970-01-01T00:00:00Z)&page[size]=10", Data.Of<List>());
        klaviyo.Invoking(k => k.Profiles.IgnoreQueryFilters(["recnt"]))
            .Should().Throw<ArgumentException>().WithMessage("No query filter has the name 'recnt'. There are: named, recent.*");
    }

    [Fact]
    public async Task A_value_that_a_filter_captures_is_read_whenever_the_query_runs()
    {
        await using FilteredContext klaviyo = Filtered(since: _march);
        IKlaviyoQueryable<Profile> query = klaviyo.Profiles.IgnoreQueryFilters(["named"]);

        await Answers(query, "/api/profiles?filter=greater-than(created,2026-03-01T00:00:00Z)&page[size]=7", Data.Profiles.Where(p => p.Created > _march));
        klaviyo.Since = _march.AddMonths(1);
        await Answers(
            query, "/api/profiles?filter=greater-than(created,2026-04-01T00:00:00Z)&page[size]=7", Data.Profiles.Where(p => p.Created > _march.AddMonths(1)));
    }

    [Fact]
    public async Task The_same_query_of_contexts_with_other_models_keeps_to_each_of_them()
    {
        await using FilteredContext klaviyo = Filtered(since: _march);
        await using FilteredContext other = Filtered(
            since: _march, builder => builder.Entity<Profile>().HasQueryFilter("named", p => p.Email == "a@example.com"));

        for (int i = 0; i < 3; i++)
        {
            First(klaviyo).Should().Be($"/api/profiles?filter=greater-than(created,2026-03-01T00:00:00Z),{Named}&sort=email&page[size]=7");
            First(Klaviyo).Should().Be("/api/profiles?sort=email&page[size]=100");
            First(other).Should().Be("/api/profiles?filter=greater-than(created,2026-03-01T00:00:00Z),equals(email,\"a@example.com\")&sort=email&page[size]=7");
        }

        static string First(KlaviyoContext context) => Decoded(context.Profiles.OrderBy(p => p.Email).ToRequestUri());
    }

    [Fact]
    public async Task A_filter_that_Klaviyo_cannot_answer_is_refused_where_it_was_written()
    {
        await using FilteredContext klaviyo = Filtered(since: _march, builder => builder.Entity<Tag>().HasQueryFilter("no", t => t.Name != "x"));

        KlaviyoFinding finding = (await Refuses(klaviyo.Tags, KlaviyoFindingCode.NegationNotSupported)).Single();
        finding.ToString().Should().Contain(".HasQueryFilter(t => t.Name != \"x\")").And.Contain("QueryFilterTests.cs");
        await Answers(klaviyo.Tags.IgnoreQueryFilters(), "/api/tags?page[size]=50", Data.Of<Tag>());
    }

    [Fact]
    public async Task A_resource_reached_by_id_or_through_a_relationship_is_filtered_or_refused_but_never_unfiltered()
    {
        await using FilteredContext klaviyo = Filtered(since: _march);
        string id = Data.Of<List>().First().Id;

        klaviyo.Invoking(k => k.Lists[id].Profiles.ToRequestUri()).Should().Throw<UntranslatableQueryException>().WithMessage("*HasQueryFilter*");
        klaviyo.Invoking(k => k.Lists.IgnoreQueryFilters().Where(l => l.Id == id).SelectMany(l => l.Profiles).ToRequestUri())
            .Should().Throw<UntranslatableQueryException>().WithMessage("*SelectMany into Profile, which has query filters*");
        await klaviyo.Awaiting(k => k.Profiles.FindAsync(Data.Profiles.First().Id)).Should().ThrowAsync<UntranslatableQueryException>();
        await Answers(klaviyo.Lists[id].Profiles.IgnoreQueryFilters(), $"/api/lists/{id}/profiles?page[size]=7", Data.Of<List>().First().Profiles);
        await Answers(klaviyo.Lists[id].IgnoreQueryFilters(), $"/api/lists/{id}", Data.Of<List>().Take(1));
    }

    [Fact]
    public async Task Page_sizes_come_from_the_query_the_class_the_options_or_the_endpoint_in_that_order()
    {
        KlaviyoOptions options = Options();
        options.DefaultPageSize = 30;
        await using FilteredContext klaviyo = new(options);

        Decoded(klaviyo.Profiles.IgnoreQueryFilters().PageSize(3).ToRequestUri()).Should().Be("/api/profiles?page[size]=3");
        Decoded(klaviyo.Profiles.IgnoreQueryFilters().ToRequestUri()).Should().Be("/api/profiles?page[size]=7");
        Decoded(klaviyo.Lists.IgnoreQueryFilters().ToRequestUri()).Should().Be("/api/lists?page[size]=10");
        Decoded(klaviyo.Tags.ToRequestUri()).Should().Be("/api/tags?page[size]=30");
        Decoded(klaviyo.Metrics.ToRequestUri()).Should().Be("/api/metrics");
        Decoded(klaviyo.Tags.Take(4).ToRequestUri()).Should().Be("/api/tags?page[size]=4");
        Decoded(klaviyo.Segments.Where(s => s.Id == "x").SelectMany(s => s.Tags).ToRequestUri()).Should().Be("/api/segments/x/tags");
    }

    [Fact]
    public void Types_that_are_not_resources_have_no_model()
    {
        using FilteredContext klaviyo = new(Options(), builder => builder.Entity<Uri>());

        klaviyo.Invoking(k => k.Profiles)
            .Should().Throw<KlaviyoConfigurationException>().WithMessage("*Uri is neither a resource class of the library nor mapped*");
    }

    [Fact]
    public async Task A_filter_that_is_false_for_every_resource_leaves_no_resource_to_be_found_by_id()
    {
        bool show = false;
        await using FilteredContext klaviyo = Filtered(since: _march, builder => builder.Entity<Event>().HasQueryFilter(e => show));
        string id = Data.Events.First().Id;
        Emulator.ClearRequests();

        (await klaviyo.Events.FindAsync(id)).Should().BeNull();
        (await klaviyo.Events[id].FindAsync()).Should().BeNull();
        (await klaviyo.Events[id].AnyAsync()).Should().BeFalse();
        (await klaviyo.Events[id].CountAsync()).Should().Be(0);
        (await klaviyo.Events[id].ToListAsync()).Should().BeEmpty();
        KlaviyoNotFoundException failure = (await klaviyo.Events[id].Invoking(e => e.GetAsync()).Should().ThrowAsync<KlaviyoNotFoundException>()).Which;
        failure.Message.Should().Be("No request was sent: the filters of the query are false for every resource. Check the query filters of OnModelCreating, or leave them out with IgnoreQueryFilters().");
        Emulator.Requests.Should().BeEmpty();

        show = true;
        (await klaviyo.Events[id].GetAsync()).Id.Should().Be(id);
    }

    [Fact]
    public async Task A_filter_that_is_false_for_every_resource_leaves_nothing_to_be_loaded()
    {
        bool show = false;
        await using KlaviyoContext klaviyo = new HiddenProfilesContext(Options(), () => show);
        Event evt = (await klaviyo.Events.FindAsync(Data.Events.First(e => e.Profile is not null).Id))!;
        List list = (await klaviyo.Lists.FindAsync(Data.Of<List>().First(l => l.Profiles.Count > 0).Id))!;
        Emulator.ClearRequests();

        await klaviyo.Entry(evt).Reference(e => e.Profile).LoadAsync();
        await klaviyo.Entry(list).Collection(l => l.Profiles).LoadAsync();

        Emulator.Requests.Should().BeEmpty();
        evt.Profile.Should().BeNull();
        klaviyo.Entry(evt).Reference(e => e.Profile).IsLoaded.Should().BeTrue();
        list.Profiles.Should().BeEmpty();
        klaviyo.Entry(list).Collection(l => l.Profiles).IsLoaded.Should().BeTrue();
    }

    private static string Decoded(Uri uri) => Uri.UnescapeDataString(uri.PathAndQuery);

    private KlaviyoOptions Options() => new() { ApiKey = "pk_tests", EnableRateLimiting = false, BaseAddress = Emulator.BaseAddress };

    private FilteredContext Filtered(DateTimeOffset since, Action<KlaviyoModelBuilder>? more = null) => new(Options(), more) { Since = since };
}
