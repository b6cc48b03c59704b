using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Loopback;
using Microsoft.AspNetCore.Http;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Values;

/// <summary>Tests of rows of mapped classes that cannot be read: they are treated as those of the model, also where several requests are merged.</summary>
public sealed class UnreadableMappedRowTests
{
    private static readonly string[] _readable = ["A1", "B2", "A3", "B4", "AB5"];

    [KlaviyoResource("chapter", "/api/chapters")]
    public sealed class Chapter
    {
        public string Id { get; set; } = "";

        [Filterable(KlaviyoFilterOperators.Equals), Sortable]
        public string? Title { get; set; }

        [Filterable(KlaviyoFilterOperators.Equals)]
        public string? Author { get; set; }

        [Sortable]
        public DateTimeOffset? Created { get; set; }

        public int? Pages { get; set; }

        public int Notes { get; set; }
    }

    [Theory]
    [InlineData("\"pages\":\"many\"")]
    [InlineData("\"notes\":1.5")]
    [InlineData("\"created\":\"yesterday\"")]
    public async Task A_row_can_be_left_out(string attribute)
    {
        List<(string?, string?)> reported = [];
        await using LoopbackServer server = await LoopbackServer.StartAsync(Chapters(attribute));
        await using KlaviyoContext klaviyo = Context(server, failure =>
        {
            reported.Add((failure.ResourceId, failure.JsonPath));
            return KlaviyoMaterializationAction.SkipRow;
        });

        (await klaviyo.Set<Chapter>().ToListAsync()).Select(c => c.Id).Should().Equal("C1", "C3");
        (await klaviyo.Set<Chapter>().Select(c => new { c.Id, c.Pages, c.Notes, c.Created }).ToListAsync()).Select(c => c.Id).Should().Equal("C1", "C3");

        reported.Should().HaveCount(2).And.OnlyContain(failure => failure.Item1 == "C2" && failure.Item2 == "attributes." + attribute.Split('"', 3)[1]);
    }

    [Fact]
    public async Task Null_can_stand_in_the_place_of_what_cannot_be_read()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Chapters("\"pages\":\"many\",\"title\":\"T\""));
        await using KlaviyoContext klaviyo = Context(server, _ => KlaviyoMaterializationAction.UseNull);

        (await klaviyo.Set<Chapter>().ToListAsync()).Select(c => (c.Id, c.Pages, c.Title)).Should().Equal(("C1", 1, null), ("C2", null, "T"), ("C3", 3, null));
        (await klaviyo.Set<Chapter>().Select(c => new { c.Id, c.Pages }).ToListAsync()).Select(c => (c.Id, c.Pages))
            .Should().Equal(("C1", 1), ("C2", null), ("C3", 3));
    }

    [Fact]
    public async Task A_row_with_a_value_that_has_no_null_is_left_out_instead()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Chapters("\"notes\":1.5"));
        await using KlaviyoContext klaviyo = Context(server, _ => KlaviyoMaterializationAction.UseNull);

        (await klaviyo.Set<Chapter>().ToListAsync()).Select(c => c.Id).Should().Equal("C1", "C3");
    }

    [Fact]
    public async Task A_run_that_ends_at_one_continues_after_it()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Chapters("\"pages\":\"many\""));
        await using KlaviyoContext klaviyo = Context(server, handler: null);
        List<string> read = [];

        Func<Task> run = () => klaviyo.Set<Chapter>().ForEachAsync(c => read.Add(c.Id));
        KlaviyoMaterializationException failure = (await run.Should().ThrowAsync<KlaviyoMaterializationException>()).Which;

        read.AddRange((await klaviyo.Set<Chapter>().ResumeFrom(failure.CheckpointAfter).ToListAsync()).Select(c => c.Id));
        read.Should().Equal("C1", "C3");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task In_merged_requests_a_row_with_an_unreadable_sort_key_holds_up_no_other(bool descending)
    {
        List<string?> reported = [];
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => context.Response.WriteDocumentAsync(Merged(context, descending)));
        await using KlaviyoContext klaviyo = Context(server, failure =>
        {
            reported.Add(failure.ResourceId);
            return KlaviyoMaterializationAction.SkipRow;
        });
        IKlaviyoQueryable<Chapter> query = klaviyo.Set<Chapter>().Where(c => c.Title == "t" || c.Author == "a").AllowFanOut(2);

        List<Chapter> rows = await (descending ? query.OrderByDescending(c => c.Created) : query.OrderBy(c => c.Created)).ToListAsync();

        rows.Select(c => c.Id).Should().Equal(descending ? _readable.Reverse() : _readable);
        reported.Should().Equal("AB");
    }

    [Fact]
    public async Task In_merged_requests_a_text_is_sorted_as_text_also_where_it_is_a_date()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => context.Response.WriteDocumentAsync(IsByTitle(context)
            ? Page([("B1", "title", "10"), ("B2", "title", "a")])
            : Page([("A1", "title", "2026-01-01"), ("A2", "title", "b")])));
        await using KlaviyoContext klaviyo = Context(server, handler: null);

        List<Chapter> rows = await klaviyo.Set<Chapter>().Where(c => c.Title == "t" || c.Author == "a").AllowFanOut(2).OrderBy(c => c.Title).ToListAsync();

        rows.Select(c => c.Id).Should().Equal("B1", "A1", "B2", "A2");
    }

    private static string Chapters(string attribute) => $$$"""
        {"data":[
            {"type":"chapter","id":"C1","attributes":{"pages":1,"notes":1,"created":"2026-01-01T00:00:00Z"}},
            {"type":"chapter","id":"C2","attributes":{{{{attribute}}}}},
            {"type":"chapter","id":"C3","attributes":{"pages":3,"notes":3,"created":"2026-01-03T00:00:00Z"}}],
         "links":{"next":null}}
        """;

    private static string Merged(HttpContext context, bool descending)
    {
        (string Id, string Name, string Value)[] rows = IsByTitle(context)
            ? [("A1", "created", "2026-01-01"), ("AB", "created", "yesterday"), ("A3", "created", "2026-01-03"), ("AB5", "created", "2026-01-05")]
            : [("B2", "created", "2026-01-02"), ("AB", "created", "yesterday"), ("B4", "created", "2026-01-04"), ("AB5", "created", "2026-01-05")];
        return Page(descending ? rows.Reverse() : rows);
    }

    private static bool IsByTitle(HttpContext context) => context.Request.Query["filter"].ToString().Contains("title", StringComparison.Ordinal);

    private static string Page(IEnumerable<(string Id, string Name, string Value)> rows)
    {
        IEnumerable<string> items = rows.Select(row => $$$"""{"type":"chapter","id":"{{{row.Id}}}","attributes":{"{{{row.Name}}}":"{{{row.Value}}}"}}""");
        return $$$"""{"data":[{{{string.Join(',', items)}}}],"links":{"next":null}}""";
    }

    private static KlaviyoContext Context(LoopbackServer server, Func<KlaviyoMaterializationException, KlaviyoMaterializationAction>? handler)
    {
        KlaviyoOptions options = Runs.Options(server.Address).Map<Chapter>();
        options.OnMaterializationError = handler;
        return new KlaviyoContext(options);
    }
}
