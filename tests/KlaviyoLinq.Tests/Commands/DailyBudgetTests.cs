using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Commands;

public sealed class DailyBudgetTests : CommandTests
{
    [Fact]
    public async Task A_plan_with_more_requests_than_a_day_has_is_refused_before_the_first()
    {
        Func<Task> sending = () => Klaviyo.Lists.Commands.SendAllAsync([.. Enumerable.Range(0, 151).Select(Creation)], default);

        (await sending.Should().ThrowAsync<KlaviyoCommandRefusedException>()).Which.Findings.Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { Code = KlaviyoFindingCode.BudgetExceeded });
        Wire.Sent.Should().BeEmpty();
    }

    [Theory]
    [InlineData(3, 3, false)]
    [InlineData(3, 2, true)]
    [InlineData(1, 0, true)]
    public void What_is_left_of_the_day_is_taken_from_the_limiter(int requests, int left, bool isRefused)
    {
        JudgedCommand[] plan =
            [.. new CommandPreparation(KlaviyoCatalogue.Newest.Revision, null, isReadOnly: false, TimeProvider.System)
                .Judge([.. Enumerable.Range(0, requests).Select(Creation)])];
        KlaviyoRateLimitState lists = new("POST /api/lists", [new(TimeSpan.FromDays(1), 150, left, null)], [], 0, null);
        KlaviyoRateLimitState tags = new("POST /api/tags", [new(TimeSpan.FromDays(1), 150, 0, null)], [], 0, null);

        KlaviyoFinding[] findings = [.. DailyBudget.Check(plan, () => [tags, lists])];

        findings.Select(finding => finding.Code).Should().Equal(isRefused ? [KlaviyoFindingCode.BudgetExceeded] : []);
        if (isRefused)
            findings[0].Reason.Should().Contain($"{left} are left");
    }

    private CommandDraft Creation(int number)
    {
        WriteFacts operation = Klaviyo.Lists.Commands.Operation("list", WriteFamily.Create);
        return new CommandDraft(operation, CommandSite.Of("CreateAsync", null, null, 0))
        {
            Write = json =>
            {
                json.WriteStartObject();
                json.WriteString("type", "list");
                json.WriteStartObject("attributes");
                json.WriteString("name", $"List {number}");
                json.WriteEndObject();
                json.WriteEndObject();
                return default;
            },
        };
    }
}
