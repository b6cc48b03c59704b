using KlaviyoLinq.House.Tests.Laws;
using KlaviyoLinq.House.Tests.Reading;

namespace KlaviyoLinq.House.Tests;

public sealed class SummaryOpeningsTests
{
    [Fact]
    public void Summaries_begin_with_a_noun_or_a_verb() => SummaryOpeningsLaw.Judge(Repository.Current).MustBeEmpty();

    [Theory]
    [InlineData("/// <summary>What is sent.</summary>")]
    [InlineData("    /// <summary>Whoever waits for a permit.</summary>")]
    [InlineData("/// <summary>\n/// How a request is spelled.\n/// </summary>")]
    [InlineData("/// <summary>All that is sent.</summary>")]
    public void A_summary_that_begins_with_a_riddle_is_found(string text) =>
        SummaryOpeningsLaw.Judge(Repository.Sample(("src/A.cs", text + "\nclass A;"))).Should().ContainSingle();

    [Theory]
    [InlineData("/// <summary>Writes a request.</summary>")]
    [InlineData("/// <summary>Whole rows.</summary>")]
    [InlineData("// What a comment begins with is free.")]
    [InlineData("/// <summary><c>Where</c>.</summary>")]
    [InlineData("/// <summary>All rows.</summary>")]
    public void Any_other_opening_is_not_found(string text) =>
        SummaryOpeningsLaw.Judge(Repository.Sample(("src/A.cs", text + "\nclass A;"))).Should().BeEmpty();

    [Theory]
    [InlineData("src/P/A.cs")]
    [InlineData("tests/P.Tests/A.cs")]
    [InlineData("benchmarks/P/A.cs")]
    [InlineData("samples/P/A.cs")]
    [InlineData("tools/P/A.cs")]
    public void Every_folder_is_judged(string path) =>
        SummaryOpeningsLaw.Judge(Repository.Sample((path, "/// <summary>What.</summary>\nclass A;"))).Should().ContainSingle();
}
