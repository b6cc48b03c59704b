using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Loopback;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Execution;

public sealed class BrokenPaginationTests
{
    [Fact]
    public async Task A_cursor_that_comes_back_ends_the_run_with_an_error_after_its_rows()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(PageBefore("c1", "A"), PageBefore("c2", "B"), PageBefore("c1", "C"));
        List<string> read = [];

        KlaviyoPaginationException failure = await Runs.FailureAsync<KlaviyoPaginationException>(Runs.Options(server.Address), read: read);

        read.Should().Equal("A", "B", "C");
        server.Requests.Should().HaveCount(3);
        (failure.Operation, failure.Page, failure.ItemsYielded, failure.Attempts).Should().Be(("get_profiles", 4, 3, 0));
        failure.Message.Should().Contain("already read").And.Contain("page 4");
    }

    [Fact]
    public async Task A_page_that_names_itself_as_the_next_is_found_at_once()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(PageBefore("c1", "A"));
        List<string> read = [];

        await Runs.FailureAsync<KlaviyoPaginationException>(Runs.Options(server.Address), "/api/profiles?page%5Bcursor%5D=c1", read);

        read.Should().Equal("A");
        server.Requests.Should().HaveCount(1);
    }

    [Theory]
    [InlineData("https://a.klaviyo.com/api/profiles")]
    [InlineData("https://a.klaviyo.com/api/profiles?page%5Bsize%5D=20")]
    [InlineData("https://a.klaviyo.com/api/profiles?page%5Bcursor%5D=")]
    [InlineData("more")]
    public async Task A_next_link_without_a_cursor_is_an_error(string link)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(PageBefore("c1", "A"), Page(link, "B"));
        List<string> read = [];

        KlaviyoPaginationException failure = await Runs.FailureAsync<KlaviyoPaginationException>(Runs.Options(server.Address), read: read);

        read.Should().Equal("A");
        failure.Message.Should().Contain("holds no page[cursor]");
        (failure.Page, failure.ItemsYielded, failure.Attempts).Should().Be((2, 1, 1));
    }
}
