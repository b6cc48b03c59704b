using KlaviyoLinq.House.Tests.Laws;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests;

public sealed class SummaryOpeningsTests
{
    // The folders whose summaries have been rewritten. The list grows until it can be replaced by all folders.
    private static readonly string[] _folders =
    [
        "src/KlaviyoLinq.Dialect",
        "src/KlaviyoLinq.Dialect/Conditions",
        "src/KlaviyoLinq.Dialect/Drafts",
        "src/KlaviyoLinq.Dialect/Forms",
        "src/KlaviyoLinq.Dialect/Quoting",
        "src/KlaviyoLinq.Dialect/Requests",
        "src/KlaviyoLinq.Dialect/Rules",
        "src/KlaviyoLinq.Dialect/Rulings",
        "src/KlaviyoLinq.Dialect/Rulings/Grammars",
        "src/KlaviyoLinq.Dialect/Rulings/Operators",
        "src/KlaviyoLinq.Dialect/Rulings/Paging",
        "src/KlaviyoLinq.Dialect/Rulings/Predicates",
        "src/KlaviyoLinq.Dialect/Rulings/Projections",
        "src/KlaviyoLinq.Dialect/Rulings/Routes",
        "src/KlaviyoLinq.Dialect/Wire",
        "src/KlaviyoLinq.Dialect/Wording",
        "src/KlaviyoLinq/Mapping",
        "src/KlaviyoLinq/Parsing",
        "src/KlaviyoLinq/Parsing/Capturing",
        "src/KlaviyoLinq/Parsing/Nodes",
        "src/KlaviyoLinq/Parsing/Operators",
        "src/KlaviyoLinq/Parsing/Printing",
        "src/KlaviyoLinq/Parsing/Terms",
        "src/KlaviyoLinq/Parsing/Trees",
        "src/KlaviyoLinq/Plans",
    ];

    [Fact]
    public void Summaries_begin_with_a_noun_or_a_verb() => SummaryOpeningsLaw.Judge(Repository.Current, _folders).MustBeEmpty();

    [Theory]
    [InlineData("/// <summary>What is sent.</summary>")]
    [InlineData("    /// <summary>Whoever waits for a permit.</summary>")]
    [InlineData("/// <summary>\n/// How a request is spelled.\n/// </summary>")]
    public void A_summary_that_begins_with_a_riddle_is_found(string text) =>
        SummaryOpeningsLaw.Judge(Repository.Sample(("src/A.cs", text + "\nclass A;")), ["src"]).Should().ContainSingle();

    [Theory]
    [InlineData("/// <summary>Writes a request.</summary>")]
    [InlineData("/// <summary>Whatever: the word is another one.</summary>")]
    [InlineData("// What a comment begins with is free.")]
    [InlineData("/// <summary><c>Where</c>.</summary>")]
    public void Any_other_opening_is_not_found(string text) =>
        SummaryOpeningsLaw.Judge(Repository.Sample(("src/A.cs", text + "\nclass A;")), ["src"]).Should().BeEmpty();

    [Fact]
    public void A_folder_that_is_not_listed_is_not_judged() =>
        SummaryOpeningsLaw.Judge(
            Repository.Sample(("src/P/A.cs", "/// <summary>What.</summary>\nclass A;"), ("src/Q/B.cs", "/// <summary>What.</summary>\nclass B;")), ["src/P"])
            .Should().ContainSingle().Which.Path.Should().Be("src/P/A.cs");
}
