using System.Text;
using KlaviyoLinq.Docs.Tests.Reading;

namespace KlaviyoLinq.Docs.Tests;

/// <summary>The table of rules in the library, the pages of the rules, and their index say the same.</summary>
public sealed class RuleIndexTests
{
    private const string Index = "docs/rules/README.md";

    [Fact]
    public void The_index_of_refusals_is_written_from_the_table_of_rules()
    {
        string page = Checkout.Read(Index);
        string written = page[..page.IndexOf("| code |", StringComparison.Ordinal)] + Table();
        if (Checkout.IsWriting)
            Checkout.Write(Index, written);
        else
            page.Should().Be(written, "KLAVIYOLINQ_WRITE_DOCS=1 writes it");
    }

    [Fact]
    public void Every_code_has_one_rule_and_every_rule_a_page_with_its_title()
    {
        KlaviyoRule.All.Select(rule => rule.Code).Should().Equal(Enum.GetValues<KlaviyoFindingCode>());
        KlaviyoRule.All.Select(rule => rule.Title).Should().OnlyHaveUniqueItems().And.NotContain(title => title.EndsWith('.'));
        foreach (KlaviyoRule rule in KlaviyoRule.All)
        {
            KlaviyoRule.Of(rule.Code).Should().BeSameAs(rule);
            rule.HelpText.ReplaceLineEndings("\n").Should().StartWith($"# {rule.Id}: {rule.Title}\n\n`{nameof(KlaviyoFindingCode)}.{rule.Code}`\n");
        }

        Checkout.Files.Where(file => file.StartsWith("docs/rules/KLQ", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file))
            .Should().BeEquivalentTo(KlaviyoRule.All.Select(rule => rule.Id));
    }

    [Fact]
    public void Rules_whose_codes_begin_alike_are_of_one_category() =>
        KlaviyoRule.All.GroupBy(rule => (int)rule.Code / 100).Select(group => group.Select(rule => rule.Category).Distinct().Should().ContainSingle().Which)
            .Should().OnlyHaveUniqueItems();

    [Fact]
    public void A_code_that_is_not_there_has_no_rule() =>
        FluentActions.Invoking(() => KlaviyoRule.Of((KlaviyoFindingCode)9999)).Should().Throw<ArgumentOutOfRangeException>();

    private static string Table()
    {
        StringBuilder table = new("| code | about | meaning |\n|---|---|---|\n");
        foreach (KlaviyoRule rule in KlaviyoRule.All)
            table.Append($"| [{rule.Id}]({rule.Id}.md) | {rule.Category} | {rule.Title} |\n");
        return table.ToString();
    }
}
