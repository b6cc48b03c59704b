using KlaviyoLinq.Docs.Tests.Reading;
using KlaviyoLinq.Docs.Tests.Rules;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Docs.Tests;

/// <summary>Tests that each rule refuses the code its page shows as refused, and that the alternative on the page returns rows.</summary>
public sealed class RuleTests
{
    public static TheoryData<KlaviyoFindingCode> Codes => [.. Enum.GetValues<KlaviyoFindingCode>()];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Code_shown_as_refused_is_refused_and_its_alternative_is_not(KlaviyoFindingCode code)
    {
        Page page = Page.Open($"docs/rules/KLQ{(int)code:0000}.md");
        await using RuleScene scene = RuleCode.Compile(page);
        await scene.OpenAsync(code == KlaviyoFindingCode.NestingTooDeep ? FilterGrammar.Overview2022 : FilterGrammar.Published);

        foreach (Func<Task> line in scene.Refused())
            (await line.Should().ThrowAsync<UntranslatableQueryException>(page.Path)).Which.Findings.Select(finding => finding.Code).Should().Contain(code, page.Path);
        foreach (Func<Task> line in scene.Instead())
            (await RefusalAsync(line)).Should().BeEmpty(page.Path);
    }

    [Fact]
    public void A_line_that_does_not_compile_is_named() =>
        FluentActions.Invoking(() => RuleCode.Compile(Page.Sample("a.md", "## Refused\n\n```csharp\nklaviyo.Profiles.Where(p => p.Nothing == 3)\n```")))
            .Should().Throw<InvalidDataException>().WithMessage("a.md: *Nothing*in: await Run(klaviyo.Profiles.Where(p => p.Nothing == 3));*");

    // A resource that is not there was asked for all the same.
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
