using KlaviyoLinq.Docs.Tests.Checks;
using KlaviyoLinq.Docs.Tests.Reading;
using Microsoft.CodeAnalysis.CSharp;
using Snippets;

namespace KlaviyoLinq.Docs.Tests;

[Collection("alone")]
public sealed class SnippetTests
{
    public static TheoryData<string> PagesWithBlocks =>
        [.. Pages.All.Where(page => page.Fences.Any(fence => fence.Mark("snippet") is not null || fence.Mark("file") is not null)).Select(page => page.Path)];

    [Fact]
    public void Every_block_of_code_names_its_snippet() => SnippetCheck.Unnamed(Pages.Bound).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(PagesWithBlocks))]
    public void Every_block_is_its_snippet_letter_by_letter(string path)
    {
        if (Checkout.IsWriting)
            Checkout.Write(path, SnippetCheck.Rewritten(Page.Open(path), SnippetSource.All, ReadFile));

        SnippetCheck.Different(Page.Open(path), SnippetSource.All, ReadFile).Should().BeEmpty();
    }

    [Fact]
    public void Every_block_can_be_put_into_a_program_as_it_is() =>
        Pages.Bound.SelectMany(page => Page.Open(page.Path).Fences).Where(fence => fence.Language == "csharp" && fence.Mark("not compiled") is null)
            .SelectMany(fence => SyntaxErrors(fence.Text).Select(error => $"{fence.Place}: {error}"))
            .Should().BeEmpty("statements come before types, and usings before both");

    [Theory]
    [InlineData("using A;\nB();\nclass C;", true)]
    [InlineData("klaviyo.Profiles.Where(p => p.Id == id)", true)]
    [InlineData("class C;\nB();", false)]
    [InlineData("B();\nusing A;", false)]
    public void A_block_that_cannot_be_put_into_a_program_is_found(string text, bool isRight) => SyntaxErrors(text).Any().Should().Be(!isRight);

    [Fact]
    public void Every_snippet_is_shown_and_run() => SnippetCheck.Idle(Pages.All, SnippetSource.All, [.. SnippetRunner.Methods.Keys]).Should().BeEmpty();

    [Theory]
    [InlineData("```csharp\nA();\n```")]
    [InlineData("<!-- snippet: a -->\n\n```csharp\nA();\n```")]
    [InlineData("```text\nA\n```")]
    [InlineData("```json\n{}\n```")]
    [InlineData("```\nA\n```")]
    [InlineData("```python\nA\n```")]
    [InlineData("```mermaid\nflowchart LR\n```")]
    [InlineData("```mermaid\nA --> B\n```")]
    [InlineData("```mermaid\nflowchart LR\nA[\"a\"] --> B\n```")]
    [InlineData("```mermaid\nflowchart LR\nA[\"a\"] -> B[\"b\"]\n```")]
    public void A_block_without_a_proof_is_found(string text) =>
        SnippetCheck.Unnamed([Page.Sample("a.md", text)]).Should().ContainSingle().Which.Should().StartWith("a.md:");

    [Theory]
    [InlineData("<!-- snippet: a -->\n```csharp\nA();\n```")]
    [InlineData("<!-- not compiled: it shows a form -->\n```csharp\nA { … }\n```")]
    [InlineData("<!-- requests: a -->\n```text\nGET /\n```\n\n```sh\ndotnet test\n```")]
    [InlineData("```mermaid\nflowchart LR\n    A[\"a\"] --> B{\"b?\"}\n    B -- no --> A\n    B -- \"not yet\" --> A\n```")]
    public void A_block_with_a_proof_is_not_found(string text) => SnippetCheck.Unnamed([Page.Sample("a.md", text)]).Should().BeEmpty();

    [Theory]
    [InlineData("A();", true)]
    [InlineData("A() ;", false)]
    [InlineData("A();\nB();", false)]
    [InlineData("a();", false)]
    public void A_block_that_differs_in_one_letter_is_found(string code, bool isSame) =>
        SnippetCheck.Different(
            Page.Sample("a.md", $"# A\n<!-- snippet: a -->\n```csharp\n{code}\n```\n"), new Dictionary<string, string> { ["a"] = "A();" }, _ => null)
            .Should().HaveCount(isSame ? 0 : 1);

    [Fact]
    public void A_block_that_names_nothing_that_is_there_is_found() =>
        SnippetCheck.Different(Page.Sample("a.md", "<!-- snippet: b -->\n```csharp\nA();\n```"), new Dictionary<string, string>(), _ => null)
            .Should().ContainSingle();

    [Fact]
    public void Snippets_that_are_not_shown_or_not_run_are_found() => SnippetCheck.Idle(
        [Page.Sample("a.md", "<!-- snippet: a -->\n```csharp\nA();\n```")], new Dictionary<string, string> { ["a"] = "A();", ["b"] = "B();" },
        ["b", "c"]).Should().HaveCount(3);

    [Fact]
    public void A_snippet_is_what_stands_between_its_marks_without_their_indentation() => SnippetSource.Read(
        [("A.cs", "// snippet: a\nusing A;\n// end snippet\nclass B\n{\n    // snippet: a\n#line 3 \"P.cs\"\n    if (c)\n        D();\n\n    // end snippet\n    E();\n}\n")])
        .Should().Equal(new Dictionary<string, string> { ["a"] = "using A;\n\nif (c)\n    D();\n" });

    [Fact]
    public void A_page_is_rewritten_in_its_blocks_alone() => SnippetCheck.Rewritten(
        Page.Sample("a.md", "# A\n<!-- snippet: a -->\n```csharp\nold\nold\n```\nB\n<!-- snippet: b -->\n```csharp\n```\n```sh\nC\n```\n"),
        new Dictionary<string, string> { ["a"] = "new", ["b"] = "1\n2" },
        _ => null).Should().Be("# A\n<!-- snippet: a -->\n```csharp\nnew\n```\nB\n<!-- snippet: b -->\n```csharp\n1\n2\n```\n```sh\nC\n```\n");

    // An expression may stand alone: the reader gives it a name.
    private static IEnumerable<string> SyntaxErrors(string text) =>
        CSharpSyntaxTree.ParseText(text).GetDiagnostics().Any()
            ? CSharpSyntaxTree.ParseText(text + ";").GetDiagnostics().Select(error => error.GetMessage())
            : [];

    private static string? ReadFile(string path) => Checkout.Files.Contains(path) ? Checkout.Read(path) : null;
}
