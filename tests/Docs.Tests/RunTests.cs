using KlaviyoLinq.Docs.Tests.Checks;
using KlaviyoLinq.Docs.Tests.Reading;
using Snippets;

namespace KlaviyoLinq.Docs.Tests;

/// <summary>Runs what the pages show. A snippet has the console for itself, so nothing else runs meanwhile.</summary>
[Collection("alone")]
public sealed class RunTests
{
    public static TheoryData<string> Names => [.. SnippetRunner.Methods.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_snippet_prints_and_asks_for_what_its_page_says(string name)
    {
        SnippetOutcome outcome = await SnippetRunner.RunAsync(name);

        foreach (Fence fence in Named("output", name))
        {
            Rewrite(fence, outcome.Output.TrimEnd());
            Expected.IsOutput(Current(fence), outcome.Output)
                .Should().BeTrue("{0} is to be what the snippet prints:\n{1}\nand is\n{2}\n", fence.Place, outcome.Output, fence.Text);
        }

        foreach (Fence fence in Named("requests", name))
        {
            Rewrite(fence, string.Join('\n', outcome.Requests.Select(Expected.Broken)));
            Expected.AreRequests(Current(fence), outcome.Requests).Should()
                .BeTrue("{0} is to be what the snippet asks for:\n{1}\nand is\n{2}\n", fence.Place, string.Join('\n', outcome.Requests), fence.Text);
        }
    }

    [Fact]
    public void A_block_of_output_names_a_snippet_that_is_run() =>
        Pages.All.SelectMany(page => page.Fences)
            .Where(fence => (fence.Mark("output") ?? fence.Mark("requests")) is { } name && !SnippetRunner.Methods.ContainsKey(name))
            .Select(fence => fence.Place).Should().BeEmpty();

    [Theory]
    [InlineData("a\nb", "a\nb\n", true)]
    [InlineData("a\nb", "a\nb\nc\n", false)]
    [InlineData("a\n…", "a\nb\nc\n", true)]
    [InlineData("a\n…\nd", "a\nb\nc\nd\n", true)]
    [InlineData("a\n…\nd", "a\nd\n", true)]
    [InlineData("a … c", "a b c", true)]
    [InlineData("a … c", "a\nc", false)]
    [InlineData("a (b)", "a (c)", false)]
    public void Dots_stand_for_what_is_left_out_and_for_nothing_else(string shown, string actual, bool isSame) =>
        Expected.IsOutput(shown, actual).Should().Be(isSame);

    [Fact]
    public void A_request_may_be_broken_before_a_parameter()
    {
        string request = $"GET /api/profiles?filter={new string('a', 100)}&sort=b&page[size]=1";

        Expected.Broken(request).Should().Contain("\n    &sort=b&page[size]=1");
        Expected.AreRequests(Expected.Broken(request), [request]).Should().BeTrue();
        Expected.AreRequests(Expected.Broken(request), [request + "0"]).Should().BeFalse();
    }

    private static IEnumerable<Fence> Named(string kind, string name) => Pages.All.SelectMany(page => page.Fences).Where(fence => fence.Mark(kind) == name);

    // What is left out is left out by hand; a block without dots is written whole.
    private static void Rewrite(Fence fence, string text)
    {
        if (Checkout.IsWriting && !fence.Text.Contains('…', StringComparison.Ordinal))
            Checkout.Write(fence.Page, Page.Open(fence.Page) is var page ? page.With(new Dictionary<Fence, string> { [Same(page, fence)] = text }) : "");
    }

    private static string Current(Fence fence) => Same(Page.Open(fence.Page), fence).Text;

    // The page may have been written since, so that the block stands elsewhere.
    private static Fence Same(Page page, Fence fence) =>
        page.Fences.Single(
            other => other.Language == fence.Language && other.Mark("output") == fence.Mark("output") && other.Mark("requests") == fence.Mark("requests"));
}
