using KlaviyoLinq.Docs.Tests.Reading;
using KlaviyoLinq.Docs.Tests.Rules;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Docs.Tests;

/// <summary>
/// Pages of rules: the code that they show as refused is refused with the message that they show, and the code that they show instead is answered.
/// </summary>
public sealed class RuleTests
{
    public static TheoryData<KlaviyoFindingCode> Codes => [.. Enum.GetValues<KlaviyoFindingCode>()];

    /// <summary>Gets the codes of queries. The pages of commands have no code yet.</summary>
    public static TheoryData<KlaviyoFindingCode> CodesOfQueries => [.. Enum.GetValues<KlaviyoFindingCode>().Where(code => (int)code < 8000)];

    [Theory]
    [MemberData(nameof(CodesOfQueries))]
    public async Task Code_shown_as_refused_is_refused_and_its_alternative_is_not(KlaviyoFindingCode code)
    {
        Page page = Page.Open($"docs/rules/KLQ{(int)code:0000}.md");
        await using RuleScene scene = RuleCode.Compile(page);
        await scene.OpenAsync(code == KlaviyoFindingCode.NestingTooDeep ? FilterGrammar.Overview2022 : FilterGrammar.Published);

        List<KlaviyoFinding> findings = [];
        foreach (Func<Task> line in scene.Refused())
        {
            UntranslatableQueryException refusal = (await line.Should().ThrowAsync<UntranslatableQueryException>(page.Path)).Which;
            findings.Add(refusal.Findings.Should().Contain(finding => finding.Code == code, page.Path).Which);
        }

        RulePage.WithMessage(page, findings[0].ToString())
            .Should().Be(Checkout.Read(page.Path), $"{page.Path} shows the message of its first line (KLAVIYOLINQ_WRITE_DOCS=1 writes it)");
        foreach (Func<Task> line in scene.Instead())
            (await RefusalAsync(line)).Should().BeEmpty(page.Path);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_says_what_a_code_means_what_triggers_it_what_to_write_instead_and_why(KlaviyoFindingCode code)
    {
        Page page = Page.Open($"docs/rules/KLQ{(int)code:0000}.md");

        RulePage.Faults(page, code).Should().BeEmpty(page.Path);
        RulePage.Title(page).Should().Be(KlaviyoRule.Of(code).Title, page.Path);
    }

    [Theory]
    [InlineData("# KLQ2001: A\n\n`KlaviyoFindingCode.FieldNotFilterable`\n\nMeaning.\n\n## Refused\n\n## Instead\n\n## Why\n\nReason.", true)]
    [InlineData("# KLQ2002: A\n\n`KlaviyoFindingCode.FieldNotFilterable`\n\nMeaning.\n\n## Refused\n\n## Instead\n\n## Why\n\nReason.", false)]
    [InlineData("# KLQ2001: A\n\n`KlaviyoFindingCode.FieldNotFilterable`\n\n## Refused\n\n## Instead\n\n## Why\n\nReason.", false)]
    [InlineData("# KLQ2001: A\n\n`KlaviyoFindingCode.FieldNotFilterable`\n\nMeaning.\n\n## Instead\n\n## Refused\n\n## Why\n\nReason.", false)]
    [InlineData("# KLQ2001: A\n\n`KlaviyoFindingCode.FieldNotFilterable`\n\nMeaning.\n\n## Refused\n\n## Instead\n\n## Why\n", false)]
    public void A_page_without_one_of_its_parts_is_found(string text, bool isWhole) =>
        RulePage.Faults(Page.Sample("a.md", text), KlaviyoFindingCode.FieldNotFilterable).Should().HaveCount(isWhole ? 0 : 1);

    [Fact]
    public void A_page_with_another_message_is_found()
    {
        const string Finding = "KLQ3002 SecondSortKey: Reason.\n    .ThenBy(p => p.Email)\n    Advice.\n    at B.cs:7";

        RulePage.WithMessage(Page.Sample("a.md", "## Refused\n\n```text\nold\n```\n"), Finding)
            .Should().Be("## Refused\n\n```text\nKLQ3002 SecondSortKey: Reason.\n    .ThenBy(p => p.Email)\n    Advice.\n```\n");
    }

    [Fact]
    public void A_line_that_does_not_compile_is_named() =>
        FluentActions.Invoking(() => RuleCode.Compile(Page.Sample("a.md", "## Refused\n\n```csharp\nklaviyo.Profiles.Where(p => p.Nothing == 3)\n```")))
            .Should().Throw<InvalidDataException>().WithMessage("a.md: *Nothing*in: await Run(klaviyo.Profiles.Where(p => p.Nothing == 3));*");

    // A resource that is not there was requested nevertheless.
    private static async Task<string> RefusalAsync(Func<Task> line)
    {
        try
        {
            await line();
            return "";
        }
        catch (KlaviyoNotFoundException)
        {
            return "";
        }
        catch (KlaviyoException failure)
        {
            return failure.Message;
        }
    }
}
