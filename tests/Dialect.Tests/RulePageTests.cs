namespace KlaviyoLinq.Dialect.Tests;

public sealed class RulePageTests
{
    private static readonly string _pages = Path.Combine(Root(), "docs", "rules");

    [Fact]
    public void Every_code_has_a_page_that_names_it()
    {
        foreach (KlaviyoFindingCode code in Enum.GetValues<KlaviyoFindingCode>())
        {
            string page = Path.Combine(_pages, $"KLQ{(int)code:0000}.md");
            File.Exists(page).Should().BeTrue("{0} needs a page", code);
            File.ReadAllText(page).Should().StartWith($"# KLQ{(int)code:0000}: ").And.Contain($"`KlaviyoFindingCode.{code}`");
        }
    }

    [Fact]
    public void Every_page_belongs_to_a_code_and_stands_in_the_list()
    {
        string list = File.ReadAllText(Path.Combine(_pages, "README.md"));
        foreach (string page in Directory.GetFiles(_pages, "KLQ*.md").Select(file => Path.GetFileName(file)))
        {
            Enum.IsDefined((KlaviyoFindingCode)int.Parse(page[3..7])).Should().BeTrue("{0} explains a code", page);
            list.Should().Contain($"]({page})");
        }
    }

    [Fact]
    public void Every_code_is_provoked_by_a_test()
    {
        string[] tests = [.. Directory.GetFiles(Path.Combine(Root(), "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText)];
        foreach (KlaviyoFindingCode code in Enum.GetValues<KlaviyoFindingCode>())
            tests.Any(test => test.Contains($"KlaviyoFindingCode.{code}", StringComparison.Ordinal)).Should().BeTrue("{0} must be shown by a test", code);
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KlaviyoLinq.sln")))
            folder = folder.Parent;
        return folder!.FullName;
    }
}
