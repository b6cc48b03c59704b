using System.Text.RegularExpressions;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Pipeline;

namespace KlaviyoLinq.Tests.Refusals;

/// <summary>
/// The refusals that users meet first, word for word: code, reason, source, caret and advice. <c>KLAVIYOLINQ_WRITE_REFUSALS=1</c> writes the table after a
/// change of wording; its difference is to be read.
/// </summary>
public sealed partial class RefusalTableTests
{
    private static readonly KlaviyoContext _klaviyo = new(new KlaviyoOptions { ApiKey = "pk_tests" });

    private static readonly KlaviyoClientContext _client = new("ABC123");

    private static readonly List<RefusedQuery> _queries =
        [
            .. RefusedFields.Of(_klaviyo, new Captured()), .. RefusedPredicates.Of(_klaviyo, new Captured()),
            .. RefusedOperators.Of(_klaviyo, _client, new Captured())
        ];

    private static readonly string _file = Path.Combine(Root(), "tests", "KlaviyoLinq.Tests", "Refusals", "Expected.txt");

    private static readonly Lazy<Dictionary<string, string>> _expected = new(Read);

    public static TheoryData<string> Sources => [.. _queries.Select(query => query.Source)];

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_refusal_says_what_is_wrong_where_and_what_to_write_instead(string source)
    {
        RefusedQuery query = _queries.Single(query => query.Source == source);
        string shown = Show(query);

        shown.Should().Be(_expected.Value.GetValueOrDefault(source));
        foreach (string leak in (string[])["KlaviyoCallSite", "SitedOperators", "<>", "DisplayClass", "AnonymousType", "docs/", "Refusals/", "\\"])
            shown.Should().NotContain(leak);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void The_advised_code_translates(string source)
    {
        if (_queries.Single(query => query.Source == source).Instead is IQueryable instead)
            Translate(instead).Should().NotBeEmpty();
    }

    [Fact]
    public void The_table_holds_at_least_120_queries_and_only_those() =>
        _expected.Value.Keys.Should().BeEquivalentTo(_queries.Select(query => query.Source)).And.HaveCountGreaterThanOrEqualTo(120);

    [Fact]
    public void Every_refusal_carries_the_page_of_its_rule()
    {
        foreach (KlaviyoFinding finding in _queries.SelectMany(Findings))
            finding.HelpText.Should().StartWith($"# {finding.Id}: ").And.Contain("## Refused");
    }

    private static string Show(RefusedQuery query) => Line().Replace(string.Join('\n', Findings(query)), ":#");

    private static IReadOnlyList<KlaviyoFinding> Findings(RefusedQuery query) =>
        query.Query.Invoking(query => Translate(query)).Should().Throw<UntranslatableQueryException>(query.Source).Which.Findings;

    private static IReadOnlyList<Uri> Translate(IQueryable query) => ((KlaviyoQueryProvider)query.Provider).Addresses(query);

    private static Dictionary<string, string> Read()
    {
        if (Environment.GetEnvironmentVariable("KLAVIYOLINQ_WRITE_REFUSALS") == "1")
            File.WriteAllText(_file, string.Join("\n\n", _queries.Select(query => $"> {query.Source}\n{Show(query)}")) + "\n");
        return ("\n" + File.ReadAllText(_file).ReplaceLineEndings("\n")).Split("\n> ", StringSplitOptions.RemoveEmptyEntries)
            .Select(block => block.Split('\n', 2)).ToDictionary(parts => parts[0], parts => parts[1].TrimEnd('\n'));
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KlaviyoLinq.sln")))
            folder = folder.Parent;
        return folder!.FullName;
    }

    [GeneratedRegex(@"(?<=\.cs):\d+$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
