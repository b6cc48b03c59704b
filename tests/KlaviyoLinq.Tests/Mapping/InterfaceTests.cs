using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Repositories;

namespace KlaviyoLinq.Tests.Mapping;

/// <summary>Code that sees resources as an interface or a base class of theirs.</summary>
public sealed class InterfaceTests : IAsyncLifetime
{
    public interface IHasId
    {
        string Id { get; }
    }

    public interface IHasEmail
    {
        string? Email { get; }
    }

    public interface IHasSize
    {
        long Size { get; }
    }

    public interface IHasKey
    {
        string Key { get; }
    }

    public abstract class Entity : IHasId
    {
        public string Id { get; private set; } = "";

        [Filterable(KlaviyoFilterOperators.Equals | KlaviyoFilterOperators.Any)]
        public virtual string? Name { get; set; }
    }

    [KlaviyoResource("crate", "/api/crates", MaximumPageSize = 10)]
    public sealed class Crate : Entity, IHasEmail, IHasSize, IHasKey
    {
        [WireName("contact_email"), Filterable(KlaviyoFilterOperators.Equals)]
        public string? Email { get; init; }

        [Filterable(KlaviyoFilterOperators.Order), Sortable]
        public long Size { get; init; }

        public override string? Name { get; set; }

        string IHasKey.Key => Id;

        [Relationship("labels"), Includable]
        public IReadOnlyList<Label> Labels { get; init; } = [];
    }

    [KlaviyoResource("label", "/api/labels")]
    public sealed class Label : Entity
    {
        [WireName("text")]
        public override string? Name { get; set; }
    }

    public sealed class Card : IHasId, IHasEmail, IHasKey
    {
        public string Id { get; init; } = "";

        public string? Email { get; init; }

        public string Key { get; init; } = "";

        string IHasKey.Key => Id;
    }

    public sealed record Ticket(string Id, string? Email) : IHasId, IHasEmail;

    private KlaviyoEmulator _emulator = null!;
    private KlaviyoContext _klaviyo = null!;

    public async Task InitializeAsync()
    {
        KlaviyoOptions options = new KlaviyoOptions { ApiKey = "pk_tests", EnableRateLimiting = false }.Map<Crate>().Map<Label>();
        _emulator = await KlaviyoEmulator.StartAsync(emulator => (emulator.Catalogue, emulator.Data) = (options.MappedCatalogue, DataSize.Empty));
        options.BaseAddress = _emulator.BaseAddress;
        _klaviyo = new KlaviyoContext(options);
        _emulator.Add("""{"type":"label","id":"L1","attributes":{"text":"red"}}""");
        for (int n = 1; n <= 5; n++)
        {
            _emulator.Add($$$"""{"type":"profile","id":"P{{{n}}}","attributes":{"email":"{{{n}}}@x.y"} }""");
            _emulator.Add($$$"""
                {"type":"crate","id":"{{{n}}}","attributes":{"contact_email":"{{{n}}}@x.y","size":{{{n}}},"name":"crate {{{n}}}"},"relationships":{"labels":{"data":[{"type":"label","id":"L1"}] } } }
                """);
        }
    }

    public async Task DisposeAsync()
    {
        await _klaviyo.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_generic_filter_over_an_interface_is_the_classes_own_filter()
    {
        (await ById(_klaviyo.Set<Crate>(), "3").ToListAsync()).Single().Size.Should().Be(3);
        _emulator.Requests[^1].Path.Should().Be("/api/crates/3");
        (await ByEmail(_klaviyo.Set<Crate>(), "4@x.y").ToListAsync()).Single().Id.Should().Be("4");
        _emulator.Requests[^1].Parameter("filter").Should().Be("equals(contact_email,\"4@x.y\")");
        (await AnyByEmail(_klaviyo.Set<Crate>(), "9@x.y")).Should().BeFalse();
        (await ByName(_klaviyo.Set<Crate>(), "crate 2").ToListAsync()).Single().Id.Should().Be("2");
        _emulator.Requests[^1].Parameter("filter").Should().Be("equals(name,\"crate 2\")");
    }

    [Fact]
    public async Task Sorts_projections_and_sums_see_through_an_interface_as_well()
    {
        (await BySize(_klaviyo.Set<Crate>()).ToListAsync()).Select(crate => crate.Id).Should().Equal("5", "4", "3");
        _emulator.Requests[^1].Parameter("sort").Should().Be("-size");
        _emulator.Requests[^1].Parameter("filter").Should().Be("greater-or-equal(size,3)");
        (await Sizes(_klaviyo.Set<Crate>()).ToListAsync()).Should().BeEquivalentTo([1L, 2, 3, 4, 5]);
        _emulator.Requests[^1].Parameter("fields[crate]").Should().Be("size");
        (await Sum(_klaviyo.Set<Crate>())).Should().Be(15);
        _emulator.Requests[^1].Parameter("fields[crate]").Should().Be("size");
    }

    [Fact]
    public async Task A_projection_to_a_class_or_record_with_the_interface_can_be_filtered_by_it()
    {
        IQueryable<Card> cards = _klaviyo.Set<Crate>().Select(c => new Card { Id = c.Id, Email = c.Email, Key = c.Name! });
        (await ByEmail(cards, "2@x.y").ToListAsync()).Single().Id.Should().Be("2");
        _emulator.Requests[^1].Parameter("filter").Should().Be("equals(contact_email,\"2@x.y\")");
        (await ById(_klaviyo.Set<Crate>().Select(c => new Ticket(c.Id, c.Email)), "2").ToListAsync()).Single().Email.Should().Be("2@x.y");
        _emulator.Requests[^1].Path.Should().Be("/api/crates/2");
        (await ById(_klaviyo.Profiles.Select(p => new Card { Id = p.Id }), "none").ToListAsync()).Should().BeEmpty();
        IQueryable<IHasEmail> covariant = cards;
        (await covariant.Where(c => c.Email == "3@x.y").CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task A_covariant_query_means_the_class_that_it_began_with()
    {
        IQueryable<IHasId> things = _klaviyo.Set<Crate>();
        (await things.Where(t => t.Id == "1").ToListAsync()).Should().ContainSingle().Which.Should().BeOfType<Crate>();
        (await things.Select(t => t.Id).ToListAsync()).Should().BeEquivalentTo("1", "2", "3", "4", "5");
        IKlaviyoQueryable<Entity> entities = _klaviyo.Set<Crate>();
        (await entities.Where(e => e.Name == "crate 5").Select(e => e.Name).ToListAsync()).Should().Equal("crate 5");
        IQueryable<object> objects = _klaviyo.Set<Crate>().OrderBy(c => c.Size);
        (await objects.Take(2).ToListAsync()).Cast<Crate>().Select(crate => crate.Id).Should().Equal("1", "2");
        (await _klaviyo.Set<Crate>().Cast<IHasSize>().Where(t => t.Size > 4).CountAsync()).Should().Be(1);

        IQueryable<KlaviyoResource> resources = _klaviyo.Profiles;
        Profile profile = await _klaviyo.Profiles.FirstAsync();
        (await resources.Where(r => r.Id == profile.Id).ToListAsync()).Should().ContainSingle().Which.Should().BeOfType<Profile>();
        (await resources.Select(r => r.Id).ToListAsync()).Should().HaveCount(5);
        (await resources.ContainsAsync(profile)).Should().BeTrue();
        IKlaviyoQueryable<object> anything = _klaviyo.Profiles;
        (await KlaviyoQueryable.ContainsAsync(anything, profile)).Should().BeTrue();
    }

    [Fact]
    public async Task Elements_of_a_relationship_are_seen_through_a_base_class()
    {
        List<List<string?>> names = await _klaviyo.Set<Crate>()
            .Where(c => c.Id == "1").Select(c => c.Labels.Select<Entity, string?>(l => l.Name).ToList()).ToListAsync();
        names.Single().Should().Equal("red");
        _emulator.Requests[^1].Parameter("fields[label]").Should().Be("text");
    }

    [Fact]
    public async Task A_member_that_a_class_implements_explicitly_is_refused_by_name_and_can_be_projected()
    {
        _klaviyo.Invoking(k => ByKey(k.Set<Crate>(), "1").ToRequestUri()).Should().Throw<UntranslatableQueryException>().WithMessage("*IHasKey.Key*Crate*");
        IQueryable<Card> cards = _klaviyo.Set<Crate>().Select(c => new Card { Id = c.Id, Key = c.Name! });
        cards.Invoking(c => ByKey(c, "1").ToRequestUri()).Should().Throw<UntranslatableQueryException>().WithMessage("*IHasKey.Key*Card*");
        (await Keys(_klaviyo.Set<Crate>()).ToListAsync()).Should().BeEquivalentTo("1", "2", "3", "4", "5");
    }

    [Fact]
    public async Task The_id_of_a_related_resource_is_known_through_a_cast_as_well()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync();
        using KlaviyoContext klaviyo = new(new KlaviyoOptions { ApiKey = "pk_tests", BaseAddress = emulator.BaseAddress, EnableRateLimiting = false });
        List<(string?, string?)> ids = await klaviyo.Events.Take(20)
            .Select(e => new ValueTuple<string?, string?>(((KlaviyoResource)e.Profile!).Id, e.ProfileId)).ToListAsync();
        ids.Should().HaveCount(20).And.OnlyContain(pair => pair.Item1 != null && pair.Item1 == pair.Item2);
    }

    private static IQueryable<T> ById<T>(IQueryable<T> query, string id)
        where T : IHasId => query.Where(x => x.Id == id);

    private static IQueryable<T> ByEmail<T>(IQueryable<T> query, string email)
        where T : class, IHasEmail => query.Where(x => x.Email == email);

    private static IQueryable<T> ByName<T>(IQueryable<T> query, params string[] names)
        where T : Entity => query.Where(x => names.Contains(x.Name));

    private static IQueryable<T> ByKey<T>(IQueryable<T> query, string key)
        where T : IHasKey => query.Where(x => x.Key == key);

    private static IQueryable<string> Keys<T>(IQueryable<T> query)
        where T : IHasKey => query.Select(x => x.Key);

    private static Task<bool> AnyByEmail<T>(IQueryable<T> query, string email)
        where T : class, IHasEmail => query.AnyAsync(x => x.Email == email);

    private static IQueryable<T> BySize<T>(IQueryable<T> query)
        where T : IHasSize => query.Where(x => x.Size >= 3).OrderByDescending(x => x.Size);

    private static IQueryable<long> Sizes<T>(IQueryable<T> query)
        where T : IHasSize => query.Select(x => x.Size);

    private static Task<long> Sum<T>(IQueryable<T> query)
        where T : IHasSize => query.SumAsync(x => x.Size);
}
