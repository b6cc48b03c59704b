using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Emulator;
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

    [Fact]
    public async Task What_is_left_of_the_day_is_known_from_an_answer()
    {
        using KlaviyoContext klaviyo = NewContext(options => options.EnableRateLimiting = true);
        Emulator.Faults.On("POST /api/lists").WithHeader("RateLimit-Limit", "150, 10;w=1, 150;w=60, 150;w=86400")
            .WithHeader("RateLimit-Remaining", "0").WithHeader("RateLimit-Reset", "3600").Answer();
        await klaviyo.Lists.CreateAsync(new List { Name = "The last one of the day" });

        KlaviyoRateLimitWindow? day = klaviyo.RateLimits.Single(limit => limit.Name == "POST /api/lists").Windows
            .SingleOrDefault(window => window.Length == TimeSpan.FromDays(1));

        day.Should().NotBeNull();
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
