using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Loopback;

namespace KlaviyoLinq.Tests.Paging;

/// <summary>An answer that belongs to another page than the one that was requested.</summary>
public sealed class WrongPageTests
{
    private const string Link = "https://a.klaviyo.com/api/profiles?page%5Bsize%5D=1";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_answer_of_the_page_after_next_is_refused(bool prefetch)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Page(null, "c1", "A"), Page("c2", "c3", "C"), Page("c3", null, "D"));
        List<string> read = [];
        KlaviyoOptions options = Runs.Options(server.Address);
        options.Prefetch = prefetch;

        KlaviyoPaginationException failure = await Runs.FailureAsync<KlaviyoPaginationException>(options, "/api/profiles?page%5Bsize%5D=1", read);

        read.Should().Equal("A");
        failure.Page.Should().Be(2);
        failure.Message.Should().Contain("another page").And.NotContain("c2");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_same_answer_twice_is_refused_with_and_without_self(bool hasSelf)
    {
        string second = hasSelf ? Page("c1", "c2", "B") : Bare("c2", "B");
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            hasSelf ? Page(null, "c1", "A") : Bare("c1", "A"), second, second, hasSelf ? Page("c2", null, "C") : Bare(null, "C"));
        List<string> read = [];

        await Runs.FailureAsync<KlaviyoPaginationException>(Runs.Options(server.Address), "/api/profiles?page%5Bsize%5D=1", read);

        read.Should().Equal("A", "B");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_first_answer_twice_is_refused_with_and_without_self(bool hasSelf)
    {
        string first = hasSelf ? Page(null, "c1", "A") : Bare("c1", "A");
        await using LoopbackServer server = await LoopbackServer.StartAsync(first, first, Bare(null, "B"));
        List<string> read = [];

        await Runs.FailureAsync<KlaviyoPaginationException>(Runs.Options(server.Address), "/api/profiles?page%5Bsize%5D=1", read);

        read.Should().Equal("A");
    }

    [Fact]
    public async Task A_later_page_in_place_of_the_first_is_refused()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Page("c1", "c2", "B"));
        List<string> read = [];

        await Runs.FailureAsync<KlaviyoPaginationException>(Runs.Options(server.Address), "/api/profiles?page%5Bsize%5D=1", read);

        read.Should().BeEmpty();
    }

    [Fact]
    public async Task The_beginning_in_place_of_a_later_page_is_refused()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Page(null, "c1", "A"));
        List<string> read = [];

        await Runs.FailureAsync<KlaviyoPaginationException>(Runs.Options(server.Address), "/api/profiles?page%5Bsize%5D=1&page%5Bcursor%5D=c7", read);

        read.Should().BeEmpty();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("\"self\"")]
    [InlineData("\"https://a.klaviyo.com/api/profiles\"")]
    [InlineData("\"https://a.klaviyo.com/api/profiles/?page[cursor]=bmV4dA%3D%3D\"")]
    [InlineData("\"https://elsewhere.example/klaviyo/api/profiles?page%5bcursor%5d=bmV4dA==&page[size]=1\"")]
    [InlineData("\"?page%5Bcursor%5D=bmV4dA\"")]
    [InlineData("\"?page%5Bcursor%5D=bmV4dA%253D%253D\"")]
    [InlineData("{\"href\":\"?page[cursor]=bmV4dA%3d%3D\"}")]
    public async Task A_self_link_that_is_missing_or_written_in_another_way_is_accepted(string self)
    {
        string second = """{"data":[{"type":"profile","id":"B","attributes":{}}],"links":{"self":SELF,"next":null}}""".Replace("SELF", self);
        await using LoopbackServer server = await LoopbackServer.StartAsync(Page(null, "bmV4dA==", "A"), second);

        (await Runs.IdsAsync(Runs.Options(server.Address), "/api/profiles?page%5Bsize%5D=1")).Should().Equal("A", "B");
    }

    [Theory]
    [InlineData("A")]
    [InlineData("A,B")]
    public async Task The_same_rows_under_ever_new_cursors_end_with_an_error(string ids)
    {
        int asked = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            int page = Interlocked.Increment(ref asked);
            string[] rows = ids.Split(',');
            return context.Response.WriteDocumentAsync(Bare($"c{page}", page % 2 == 0 ? [.. rows.Reverse()] : rows));
        });
        List<string> read = [];

        KlaviyoPaginationException failure = await Runs.FailureAsync<KlaviyoPaginationException>(Runs.Options(server.Address), read: read);

        server.Requests.Count.Should().BeLessThanOrEqualTo(101);
        failure.Message.Should().Contain("100 consecutive pages");
    }

    [Fact]
    public async Task A_row_that_moves_along_with_the_run_ends_nothing_while_new_rows_come()
    {
        int asked = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            int page = Interlocked.Increment(ref asked);
            return context.Response.WriteDocumentAsync(Bare(page == 300 ? null : $"c{page}", "A", $"P{page / 50}"));
        });

        (await Runs.IdsAsync(Runs.Options(server.Address))).Should().HaveCount(600);
    }

    private static string Page(string? cursor, string? next, params string[] ids) =>
        Document($"\"self\":\"{(cursor is null ? Link : $"{Link}&page%5Bcursor%5D={Uri.EscapeDataString(cursor)}")}\",", next, ids);

    private static string Bare(string? next, params string[] ids) => Document("", next, ids);

    private static string Document(string self, string? next, string[] ids)
    {
        string data = string.Join(",", ids.Select(id => $$$"""{"type":"profile","id":"{{{id}}}","attributes":{}}"""));
        string link = next is null ? "null" : $"\"{Link}&page%5Bcursor%5D={Uri.EscapeDataString(next)}\"";
        return $$$"""{"data":[{{{data}}}],"links":{{{{self}}}"next":{{{link}}},"prev":null}}""";
    }
}
