using System.Globalization;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Queries;

/// <summary>Resources that the catalogue does not know, as users map them; the 2022 overview's own examples run through one.</summary>
public sealed class MappingTests : IAsyncLifetime
{
    [KlaviyoResource("person", "/api/people", MaximumPageSize = 50)]
    public sealed class Person
    {
        public string Id { get; set; } = "";

        [Filterable(KlaviyoFilterOperators.Equals)]
        public string? FirstName { get; set; }

        [Filterable(KlaviyoFilterOperators.Equals)]
        public string? LastName { get; set; }

        [Filterable(KlaviyoFilterOperators.Equals)]
        public string? Email { get; set; }

        [Filterable(KlaviyoFilterOperators.Any), Sortable]
        public string? Chapter { get; set; }

        [Filterable(KlaviyoFilterOperators.Order)]
        public DateTimeOffset? Datetime { get; set; }

        [Filterable(KlaviyoFilterOperators.Order)]
        public double? Percentage { get; set; }

        [Relationship("profile"), Includable]
        public Profile? Profile { get; set; }

        [RelationshipId("profile"), Filterable(KlaviyoFilterOperators.Equals)]
        public string? ProfileId { get; set; }
    }

    public sealed class Note
    {
        public string Id { get; set; } = "";

        public string? Subject { get; set; }

        public long? Weight { get; set; }

        public IReadOnlyList<string>? Labels { get; set; }
    }

    private static readonly Person[] _people =
    [
        new() { Id = "1", FirstName = "Jane", LastName = "Smith", Email = "jane@x.y", Chapter = "Intro", Datetime = Moment(2000), Percentage = 33.33 },
        new() { Id = "2", FirstName = "Joe", LastName = "qwerty", Email = "joe@x.y", Chapter = "Summary", Datetime = Moment(2001), Percentage = 10 },
        new() { Id = "3", FirstName = "Jane", LastName = null, Email = "jane@x.y", Chapter = "Extra", Datetime = Moment(2002), Percentage = 99.5 },
        new() { Id = "4", FirstName = null, LastName = "Jones", Email = null, Chapter = null, Datetime = null, Percentage = null },
    ];

    private KlaviyoEmulator _emulator = null!;
    private KlaviyoContext _klaviyo = null!;

    public async Task InitializeAsync()
    {
        KlaviyoOptions options = new KlaviyoOptions { ApiKey = "pk_tests", EnableRateLimiting = false, Grammar = FilterGrammar.Overview2022 }
            .Map<Person>()
            .Map<Note>("note", "/api/notes", map => map
                .Name(n => n.Subject, "title")
                .Filter(n => n.Subject, KlaviyoFilterOperators.Contains | KlaviyoFilterOperators.StartsWith)
                .Sort(n => n.Weight));
        _emulator = await KlaviyoEmulator.StartAsync(emulator =>
        {
            emulator.Catalogue = options.MappedCatalogue;
            emulator.Grammar = FilterGrammar.Overview2022;
            emulator.Data = DataSize.Empty;
        });
        options.BaseAddress = _emulator.BaseAddress;
        _klaviyo = new KlaviyoContext(options);

        _emulator.Add("""{"type":"profile","id":"P1","attributes":{"email":"p1@x.y"}}""");
        foreach (Person person in _people)
            _emulator.Add(Json(person));
        _emulator.Add("""{"type":"note","id":"n1","attributes":{"title":"About LINQ","weight":3,"labels":["a","b"]}}""");
        _emulator.Add("""{"type":"note","id":"n2","attributes":{"title":"Else","weight":1,"labels":null}}""");
    }

    public async Task DisposeAsync()
    {
        await _klaviyo.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_resource_of_ones_own_is_reached_by_its_id()
    {
        (await _klaviyo.Set<Note>().FindAsync("n2"))!.Subject.Should().Be("Else");
        (await _klaviyo.Set<Note>()["n1"].GetAsync()).Labels.Should().Equal("a", "b");
        (await _klaviyo.Set<Note>().FirstOrDefaultAsync(n => n.Id == "none")).Should().BeNull();
        _emulator.Requests[^1].Path.Should().Be("/api/notes/none");
    }

    [Fact]
    public async Task Rows_of_several_requests_come_in_order()
    {
        using KlaviyoContext klaviyo = new(
            new KlaviyoOptions { ApiKey = "pk_tests", EnableRateLimiting = false, BaseAddress = _emulator.BaseAddress }.Map<Person>());

        List<Person> rows = await klaviyo.Set<Person>()
            .Where(p => p.LastName == "qwerty" || p.FirstName == "Jane").OrderBy(p => p.Chapter).AllowFanOut(2).ToListAsync();

        rows.Select(p => p.Chapter).Should().Equal("Extra", "Intro", "Summary");
    }

    [Fact]
    public async Task The_overviews_example_of_or_comes_out_exactly() =>
        await Answers(
            p => p.Where(x => x.LastName == "Smith" || x.LastName == "qwerty"), "or(equals(last_name,\"Smith\"),equals(last_name,\"qwerty\"))", "1", "2");

    [Fact]
    public async Task The_overviews_example_of_and_comes_out_exactly() =>
        await Answers(
            p => p.Where(x => x.FirstName == "Jane" && x.Email == "jane@x.y"), "and(equals(first_name,\"Jane\"),equals(email,\"jane@x.y\"))", "1", "3");

    [Fact]
    public async Task The_overviews_example_of_not_comes_out_exactly() =>
        await Answers(p => p.Where(x => x.LastName != null), "not(equals(last_name,null))", "1", "2", "4");

    [Fact]
    public async Task The_overviews_example_of_nesting_comes_out_exactly() =>
        await Answers(
            p => p.Where(x => x.FirstName == "Jane" && (x.LastName == "Smith" || x.LastName == "qwerty")),
            "equals(first_name,\"Jane\"),or(equals(last_name,\"Smith\"),equals(last_name,\"qwerty\"))",
            "1");

    [Fact]
    public async Task The_overviews_example_of_any_comes_out_exactly()
    {
        string[] chapters = ["Intro", "Summary", "Conclusion"];
        await Answers(p => p.Where(x => chapters.Contains(x.Chapter)), "any(chapter,[\"Intro\",\"Summary\",\"Conclusion\"])", "1", "2");
    }

    [Fact]
    public async Task The_overviews_examples_of_literals_come_out_exactly()
    {
        await Answers(
            p => p.Where(x => x.Datetime <= new DateTimeOffset(2001, 1, 1, 11, 0, 0, TimeSpan.Zero)), "less-or-equal(datetime,2001-01-01T11:00:00Z)", "1");
        await Answers(p => p.Where(x => x.Percentage >= 33.33), "greater-or-equal(percentage,33.33)", "1", "3");
    }

    [Fact]
    public async Task Mapped_objects_are_filled_and_projected_and_their_relationships_included()
    {
        List<Person> people = await _klaviyo.Set<Person>().Include(p => p.Profile).Where(p => p.ProfileId == "P1").ToListAsync();
        _emulator.Requests[^1].Parameter("include").Should().Be("profile");
        _emulator.Requests[^1].Parameter("filter").Should().Be("equals(profile_id,\"P1\")");
        people.Select(p => (p.Id, p.FirstName, p.Datetime, p.Percentage, p.ProfileId, p.Profile?.Email))
            .Should().Equal(("1", "Jane", Moment(2000), 33.33, "P1", "p1@x.y"));

        var rows = await _klaviyo.Set<Person>().OrderBy(p => p.Chapter).Select(p => new { p.Chapter, Upper = p.FirstName ?? "?" }).Take(2).ToListAsync();
        Uri.UnescapeDataString(_emulator.Requests[^1].Query).Should().Be("sort=chapter&fields[person]=chapter,first_name&page[size]=2");
        rows.Should().Equal(new { Chapter = (string?)"Extra", Upper = "Jane" }, new { Chapter = (string?)"Intro", Upper = "Jane" });
    }

    [Fact]
    public async Task A_callback_maps_a_class_without_attributes()
    {
        List<Note> notes = await _klaviyo.Set<Note>().Where(n => n.Subject!.StartsWith("About")).OrderByDescending(n => n.Weight).ToListAsync();

        Uri.UnescapeDataString(_emulator.Requests[^1].Query).Should().Be("filter=starts-with(title,\"About\")&sort=-weight");
        notes.Select(n => (n.Id, n.Subject, n.Weight, string.Join("+", n.Labels!))).Should().Equal(("n1", "About LINQ", 3, "a+b"));
    }

    [Fact]
    public void Members_that_a_mapping_does_not_list_are_refused_as_anywhere() =>
        _klaviyo.Invoking(k => k.Set<Note>().Where(n => n.Weight > 2).ToRequestUri()).Should().Throw<UntranslatableQueryException>()
            .Which.Findings.Single().Code.Should().Be(KlaviyoFindingCode.FieldNotFilterable);

    [Fact]
    public void An_unchecked_mapping_lets_everything_through_and_says_so()
    {
        using KlaviyoContext klaviyo = new(new KlaviyoOptions { ApiKey = "pk_tests" }.Map<Note>("note", "/api/notes", map => map.Unchecked()));

        KlaviyoQueryExplanation explanation = klaviyo.Set<Note>().Where(n => n.Weight > 2 && n.Subject == "x").OrderBy(n => n.Subject).Explain();

        Uri.UnescapeDataString(explanation.Requests.Single().PathAndQuery)
            .Should().Be("/api/notes?filter=greater-than(weight,2),equals(subject,\"x\")&sort=subject");
        explanation.Unchecked.Should().Equal("weight", "subject");
    }

    [Fact]
    public void A_field_can_be_named_where_the_model_lacks_it()
    {
        using KlaviyoContext klaviyo = new("pk_tests");

        KlaviyoQueryExplanation known = klaviyo.Profiles.Where(p => Klaviyo.Field<string>(p, "email") == "a").Explain();
        known.Unchecked.Should().BeEmpty();
        Uri.UnescapeDataString(known.Requests.Single().Query).Should().Be("?filter=equals(email,\"a\")&page[size]=100");

        KlaviyoQueryExplanation newer = klaviyo.Profiles.Where(p => Klaviyo.Field<double>(p, "score.total") >= 1.5)
            .OrderBy(p => Klaviyo.Field<double>(p, "score.total")).Explain();
        newer.Unchecked.Should().Equal("score.total");
        Uri.UnescapeDataString(newer.Requests.Single().Query).Should().Be("?filter=greater-or-equal(score.total,1.5)&sort=score.total&page[size]=100");
        newer.ToString().Should().Contain("unchecked score.total");

        klaviyo.Invoking(k => k.Profiles.Where(p => Klaviyo.Field<string>(p, "a),b(c") == "x").ToRequestUri()).Should().Throw<UntranslatableQueryException>();
        FluentActions.Invoking(() => Klaviyo.Field<string>(new object(), "email")).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void A_fragment_can_be_written_in_Klaviyos_own_words_and_its_values_cannot_end_their_place()
    {
        using KlaviyoContext klaviyo = new("pk_tests");
        string[] tags = ["a\"b", "c"];

        KlaviyoQueryExplanation explanation = klaviyo.Profiles.Where(p => p.Email == "x")
            .WhereUnchecked($"contains-any(tags,{tags})").WhereUnchecked($"equals(n,{1.5})").Explain();

        Uri.UnescapeDataString(explanation.Requests.Single().Query)
            .Should().Be("?filter=equals(email,\"x\"),contains-any(tags,[\"a\\\"b\",\"c\"]),equals(n,1.5)&page[size]=100");
        explanation.Unchecked.Should().Equal("contains-any(tags,[\"a\\\"b\",\"c\"])", "equals(n,1.5)");
    }

    [Fact]
    public void A_mapping_that_cannot_be_right_is_refused_at_once()
    {
        KlaviyoOptions options = new() { ApiKey = "pk_tests" };
        options.Invoking(o => o.Map<Note>()).Should().Throw<KlaviyoConfigurationException>().WithMessage("*not mapped*");
        options.Invoking(o => o.Map<Note>("profile", "/api/profiles"))
            .Should().Throw<KlaviyoConfigurationException>().WithMessage("*'profile' is a resource of the library*");
        options.Invoking(o => o.Map<Note>("note", "notes")).Should().Throw<KlaviyoConfigurationException>();
        options.Map<Note>("note", "/api/notes")
            .Invoking(o => o.Map<Note>("other", "/api/others")).Should().Throw<KlaviyoConfigurationException>().WithMessage("*already*");
        using KlaviyoContext klaviyo = new("pk_tests");
        klaviyo.Invoking(k => k.Set<Note>()).Should().Throw<KlaviyoConfigurationException>();
        klaviyo.Set<Profile>().ToRequestUri().AbsolutePath.Should().Be("/api/profiles");
    }

    private async Task Answers(Func<KlaviyoSet<Person>, IKlaviyoQueryable<Person>> query, string filter, params string[] ids)
    {
        (await query(_klaviyo.Set<Person>()).ToListAsync()).Select(p => p.Id).Should().BeEquivalentTo(ids);
        _emulator.Requests[^1].Path.Should().Be("/api/people");
        _emulator.Requests[^1].Parameter("filter").Should().Be(filter);
    }

    private static DateTimeOffset Moment(int year) => new(year, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private static string Json(Person person)
    {
        string Text(string? value) => value is null ? "null" : $"\"{value}\"";
        string Number(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "null";
        string profile = person.Id == "1" ? ",\"relationships\":{\"profile\":{\"data\":{\"type\":\"profile\",\"id\":\"P1\"}}}" : "";
        return $"{{\"type\":\"person\",\"id\":\"{person.Id}\",\"attributes\":{{\"first_name\":{Text(person.FirstName)},\"last_name\":{Text(person.LastName)},"
            + $"\"email\":{Text(person.Email)},\"chapter\":{Text(person.Chapter)},\"datetime\":{Text(person.Datetime?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))},"
            + $"\"percentage\":{Number(person.Percentage)}}}{profile}}}";
    }
}
