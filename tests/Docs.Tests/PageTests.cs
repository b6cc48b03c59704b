using System.Reflection;
using System.Text.Json;
using KlaviyoLinq.Docs.Tests.Checks;
using KlaviyoLinq.Docs.Tests.Reading;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Hosting;
using KlaviyoLinq.Testing;

namespace KlaviyoLinq.Docs.Tests;

/// <summary>Tests that the targets of all links exist.</summary>
public sealed class PageTests
{
    // What other people's packages call their types; what a rule or decision tells of what was, or might have been.
    private static readonly string[] _pagesOfOtherNames = ["docs/migrating-from-klaviyosharp.md", "docs/from-ef-core.md", "docs/decisions/", "CHANGELOG.md"];

    // What MSBuild calls its properties.
    private const string Properties = "PublishTrimmed PublishAot RunsInAnyCulture";

    private static readonly Lazy<NameCheck> _names = new(() => new NameCheck(
        [
            typeof(KlaviyoContext).Assembly, typeof(KlaviyoCatalogue).Assembly, typeof(KlaviyoEmulator).Assembly,
            typeof(KlaviyoEmulatorTesting).Assembly, typeof(IKlaviyoContextFactory).Assembly
        ],
        Checkout.Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).Select(Checkout.Read).Append(Properties),
        Checkout.Files));

    [Fact]
    public void Every_link_of_a_notebook_leads_somewhere()
    {
        IEnumerable<string> files = Checkout.Files.Where(file => file.EndsWith(".ipynb", StringComparison.Ordinal));
        Page[] notebooks = [.. files.Select(file => Page.Sample(file, Prose(Checkout.Read(file))))];

        notebooks.Should().HaveCountGreaterThan(2);
        notebooks.SelectMany(notebook => LinkCheck.Dead(notebook, Exists, OpenPage)).Should().BeEmpty();
    }

    [Fact]
    public void Every_link_leads_somewhere() => Pages.All.SelectMany(page => LinkCheck.Dead(page, Exists, OpenPage)).Should().BeEmpty();

    [Fact]
    public void Every_page_can_be_reached_by_links_from_the_first_page() =>
        LinkCheck.Unreachable([.. Pages.All.Where(page => !page.Path.EndsWith("/PACKAGE.md", StringComparison.Ordinal))], "README.md")
            .Should().BeEmpty("the pages of packages are shown by the registry, all others by links");

    [Fact]
    public void A_page_that_no_link_leads_to_is_found() => LinkCheck.Unreachable(
        [
            Page.Sample("README.md", "[a](docs/a.md#b) [c](c)"), Page.Sample("docs/a.md", "[up](../README.md)"), Page.Sample("c/README.md", ""),
            Page.Sample("d.md", "[a](docs/a.md)")
        ],
        "README.md")
        .Should().Equal("d.md");

    [Fact]
    public void Every_path_that_a_page_names_is_there() => Pages.All.SelectMany(page => PathCheck.Missing(page, Checkout.Files)).Should().BeEmpty();

    [Fact]
    public void Every_type_and_member_that_a_page_names_is_there() =>
        Pages.All.Where(page => !_pagesOfOtherNames.Any(other => page.Path.StartsWith(other, StringComparison.Ordinal)))
            .SelectMany(_names.Value.Unknown).Should().BeEmpty();

    [Fact]
    public void Every_command_that_a_page_shows_can_be_typed() =>
        Pages.All.SelectMany(new CommandCheck(Checkout.Files, Checkout.Read).Wrong).Should().BeEmpty();

    [Fact]
    public void Every_page_of_the_documentation_stands_in_its_list()
    {
        string list = Checkout.Read("docs/README.md");
        Checkout.Files.Where(
            file =>
                file.StartsWith("docs/", StringComparison.Ordinal)
                    && file.EndsWith(".md", StringComparison.Ordinal)
                    && file.Count(c => c == '/') == 1
                    && file != "docs/README.md")
            .Where(file => !list.Contains($"]({file["docs/".Length..]})", StringComparison.Ordinal))
            .Should().BeEmpty("docs/README.md is the list of all pages");
    }

    [Fact]
    public void The_page_of_errors_names_every_exception_and_what_it_holds()
    {
        string page = Checkout.Read("docs/errors.md");
        Type[] exceptions = [.. typeof(KlaviyoContext).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(Exception)))];

        exceptions.Should().HaveCountGreaterThan(15);
        exceptions.Where(type => !page.Contains($"`{type.Name}`", StringComparison.Ordinal)).Should().BeEmpty();
        exceptions.Where(type => type != typeof(KlaviyoConfigurationException))
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => !page.Contains($"`{property.Name}`", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("[a](b.md)", "docs/a.md", "docs/b.md", true)]
    [InlineData("[a](../b.md)", "docs/a.md", "b.md", true)]
    [InlineData("[a](b.md#a-heading-with-code)", "docs/a.md", "docs/b.md", true)]
    [InlineData("[a](b.md#another)", "docs/a.md", "docs/b.md", false)]
    [InlineData("[a](c.md)", "docs/a.md", "docs/b.md", false)]
    [InlineData("[`a`](c.md) and [`b`](b.md)", "docs/a.md", "docs/b.md", false)]
    [InlineData("[`a`](b.md), `code`, [`b`](b.md)", "docs/a.md", "docs/b.md", true)]
    [InlineData("`[a](c.md)` and [a](https://example.com/c.md)", "docs/a.md", "docs/b.md", true)]
    public void A_link_that_leads_nowhere_is_found(string text, string path, string other, bool isAlive) =>
        LinkCheck.Dead(Page.Sample(path, text), file => file == other, _ => Page.Sample(other, "# B\n\n## A heading, with `code`\n"))
            .Should().HaveCount(isAlive ? 0 : 1);

    [Theory]
    [InlineData("`src/A/B.cs`", true)]
    [InlineData("`src/A/B`", true)]
    [InlineData("`src/A/`", true)]
    [InlineData("`src/*/B.cs`", true)]
    [InlineData("`docs/rules/KLQ####.md`", true)]
    [InlineData("`src/C`", false)]
    [InlineData("`docs/rules/KLQ.txt`", false)]
    [InlineData("`/api/profiles` and `src`", true)]
    public void A_path_that_is_not_there_is_found(string text, bool isThere) =>
        PathCheck.Missing(Page.Sample("a.md", text), ["src/A/B.cs", "docs/rules/KLQ1001.md"]).Should().HaveCount(isThere ? 0 : 1);

    [Theory]
    [InlineData("`KlaviyoOptions.Retry`", true)]
    [InlineData("`KlaviyoOptions.Retries`", false)]
    [InlineData("`KlaviyoOptions.Retry.MaxRetries`", true)]
    [InlineData("`KlaviyoException.Message`", true)]
    [InlineData("`KlaviyoQueryable" + "Thing`", false)]
    [InlineData("`SocketsHttpHandler`, `Task.Delay`, `GET`, `Where(p => p.Id == id)`", true)]
    public void A_name_that_nothing_has_is_found(string text, bool isThere) =>
        _names.Value.Unknown(Page.Sample("a.md", text)).Should().HaveCount(isThere ? 0 : 1);

    [Theory]
    [InlineData("dotnet run --project src/A -- --port 8080 profiles.txt", true)]
    [InlineData("dotnet run --project src/A -- --prot 8080", false)]
    [InlineData("dotnet run --project src/B", false)]
    [InlineData("dotnet run --project src/A -- check", false)]
    [InlineData("A_VARIABLE=1 dotnet test tests/T --filter \"FullyQualifiedName~MatrixPage\"", true)]
    [InlineData("ANOTHER=1 dotnet test tests/T", false)]
    [InlineData("dotnet test tests/T --filter \"FullyQualifiedName~Nothing\"", false)]
    [InlineData("dotnet test", true)]
    [InlineData("bash .ci/run   # everything", false)]
    [InlineData("make", false)]
    public void A_command_that_cannot_be_typed_is_found(string command, bool isRight) => new CommandCheck(
        ["src/A/A.csproj", "src/A/Program.cs", "tests/T/T.csproj", "tests/T/MatrixPageTests.cs"],
        path => path.StartsWith("src", StringComparison.Ordinal) ? "x(\"--port\")" : "class MatrixPageTests { const string V = \"A_VARIABLE\"; }")
        .Wrong(Page.Sample("a.md", $"```sh\n{command}\n```")).Should().HaveCount(isRight ? 0 : 1);

    // The cells of Markdown of a notebook.
    private static string Prose(string notebook)
    {
        IEnumerable<JsonElement> cells = JsonDocument.Parse(notebook).RootElement.GetProperty("cells").EnumerateArray()
            .Where(cell => cell.GetProperty("cell_type").GetString() == "markdown");
        return string.Join('\n', cells.Select(cell => string.Concat(cell.GetProperty("source").EnumerateArray().Select(line => line.GetString()))));
    }

    private static bool Exists(string path) =>
        Checkout.Files.Contains(path) || Checkout.Files.Any(file => file.StartsWith(path + "/", StringComparison.Ordinal));

    private static Page? OpenPage(string path) => path.EndsWith(".md", StringComparison.Ordinal) ? Page.Open(path) : null;
}
