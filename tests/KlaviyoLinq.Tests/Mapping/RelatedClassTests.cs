using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Mapping;

/// <summary>Mapped classes that are related to each other.</summary>
public sealed class RelatedClassTests
{
    [KlaviyoResource("author", "/api/authors")]
    public sealed class Author
    {
        public Guid Id { get; init; }

        public string? Name { get; init; }

        [Relationship("books"), Includable]
        public Book[] Books { get; init; } = [];
    }

    [KlaviyoResource("book", "/api/books")]
    public sealed class Book
    {
        public long Id { get; private set; }

        [WireName("heading")]
        public string? Title { get; init; }

        public DateTime Printed { get; init; }

        [Relationship("author"), Includable]
        public Author? Author { get; init; }

        [RelationshipId("author"), Filterable(KlaviyoFilterOperators.Equals | KlaviyoFilterOperators.Any)]
        public Guid? AuthorId { get; init; }
    }

    [KlaviyoResource("loan", "/api/loans")]
    public sealed class Loan
    {
        public string Id { get; init; } = "";

        [RelationshipId("author"), Filterable(KlaviyoFilterOperators.Equals)]
        public Guid? AuthorId { get; init; }
    }

    private static readonly Guid _key = new("00000000-0000-0000-0000-00000000000a");

    [Fact]
    public async Task The_members_of_a_related_class_are_known()
    {
        await using KlaviyoEmulator emulator = await Account();
        using KlaviyoContext klaviyo = new(Options(emulator.BaseAddress));

        List<List<string?>> titles = await klaviyo.Set<Author>().Select(a => a.Books.Select(b => b.Title).ToList()).ToListAsync();
        emulator.Requests[^1].Parameter("fields[book]").Should().Be("heading");
        emulator.Requests[^1].Parameter("include").Should().Be("books");
        titles.Single().Should().Equal("One", "Two");

        List<string?> names = await klaviyo.Set<Book>().Select(b => b.Author!.Name).ToListAsync();
        emulator.Requests[^1].Parameter("fields[author]").Should().Be("name");
        names.Should().Equal("Ann", "Ann");
    }

    [Fact]
    public async Task The_id_at_the_other_end_is_a_Guid_to_filter_by_and_to_project()
    {
        await using KlaviyoEmulator emulator = await Account();
        using KlaviyoContext klaviyo = new(Options(emulator.BaseAddress));

        List<Book> books = await klaviyo.Set<Book>().Where(b => b.AuthorId == _key).Include(b => b.Author).ToListAsync();
        emulator.Requests[^1].Parameter("filter").Should().Be("equals(author_id,\"00000000-0000-0000-0000-00000000000a\")");
        books.Select(b => (b.Id, b.AuthorId, b.Author!.Id, b.Author.Name)).Should().Equal((1, _key, _key, "Ann"), (2, _key, _key, "Ann"));
        (await klaviyo.Set<Book>().Select(b => b.AuthorId).ToListAsync()).Should().Equal(_key, _key);
        (await klaviyo.Set<Author>().FindAsync(_key))!.Name.Should().Be("Ann");
        emulator.Requests[^1].Path.Should().Be("/api/authors/00000000-0000-0000-0000-00000000000a");
    }

    [Fact]
    public async Task An_id_without_its_relationship_is_projected_without_an_include()
    {
        await using KlaviyoEmulator emulator = await Account();
        using KlaviyoContext klaviyo = new(Options(emulator.BaseAddress));

        (await klaviyo.Set<Loan>().Where(l => l.AuthorId == _key).Select(l => l.AuthorId).ToListAsync()).Should().Equal(_key);
        emulator.Requests[^1].Parameter("include").Should().BeNull();
    }

    [Fact]
    public async Task Classes_that_are_related_in_a_circle_are_read_once_each()
    {
        await using KlaviyoEmulator emulator = await Account();
        using KlaviyoContext klaviyo = new(Options(emulator.BaseAddress));

        Author author = (await klaviyo.Set<Author>().Include(a => a.Books).ToListAsync()).Single();
        author.Books.Should().HaveCount(2).And.OnlyContain(book => book.Author == null || ReferenceEquals(book.Author, author));
    }

    [Fact]
    public void A_class_that_is_related_to_one_that_is_not_mapped_is_refused_by_the_propertys_name() =>
        FluentActions.Invoking(() => new KlaviyoContext(new KlaviyoOptions { ApiKey = "pk_tests" }.Map<Author>()))
            .Should().Throw<KlaviyoConfigurationException>().WithMessage("*Author.Books*Map<Book>*");

    private static KlaviyoOptions Options(Uri? address = null)
    {
        KlaviyoOptions options = new KlaviyoOptions { ApiKey = "pk_tests", EnableRateLimiting = false }.Map<Author>().Map<Book>().Map<Loan>();
        if (address is not null)
            options.BaseAddress = address;
        return options;
    }

    private static async Task<KlaviyoEmulator> Account()
    {
        KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => (options.Catalogue, options.Data) = (Options().MappedCatalogue, DataSize.Empty));
        emulator.Add($$"""{"type":"author","id":"{{_key}}","attributes":{"name":"Ann"},"relationships":{"books":{"data":[{"type":"book","id":"1"},{"type":"book","id":"2"}] } } }""");
        emulator.Add($$$"""{"type":"book","id":"1","attributes":{"heading":"One","printed":"2026-01-01T00:00:00+05:30"},"relationships":{"author":{"data":{"type":"author","id":"{{{_key}}}" } } } }""");
        emulator.Add($$$"""{"type":"book","id":"2","attributes":{"heading":"Two","printed":"2026-01-01T00:00:00Z"},"relationships":{"author":{"data":{"type":"author","id":"{{{_key}}}" } } } }""");
        emulator.Add($$$"""{"type":"loan","id":"l1","attributes":{},"relationships":{"author":{"data":{"type":"author","id":"{{{_key}}}" } } } }""");
        return emulator;
    }
}
