using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Commands;

/// <summary>A process that has just begun does not know what others have sent today: any answer of the operation says it.</summary>
public sealed class DailyLimitTests : CommandTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(400)]
    [InlineData(409)]
    public async Task What_is_left_of_the_day_is_learned_from_any_answer_of_the_operation(int? status)
    {
        EmulatorFaultRoute route = Left(Emulator.Faults.On("POST /api/lists").First(1), 2);
        using EmulatorFault fault = status is { } failing ? route.Respond(failing) : route.Answer();
        await Record.ExceptionAsync(() => Klaviyo.Lists.CreateAsync(new List { Name = "VIPs" }));

        await RefusedAsync(Klaviyo, 3);
        await Klaviyo.Lists.Commands.SendAllAsync(Creations(Klaviyo, 2), default);
    }

    [Fact]
    public async Task All_contexts_of_the_account_share_what_is_left()
    {
        using EmulatorFault fault = Left(Emulator.Faults.On("POST /api/lists").First(1), 2).Answer();
        using KlaviyoContext other = NewContext();
        await other.Lists.CreateAsync(new List { Name = "VIPs" });

        await RefusedAsync(Klaviyo, 3);
    }

    [Fact]
    public async Task Another_account_has_a_day_of_its_own()
    {
        using EmulatorFault fault = Left(Emulator.Faults.On("POST /api/lists").First(1), 2).Answer();
        using KlaviyoContext other = NewContext(options => options.ApiKey = "pk_0123456789abcdef");
        await other.Lists.CreateAsync(new List { Name = "VIPs" });

        await Klaviyo.Lists.Commands.SendAllAsync(Creations(Klaviyo, 3), default);
    }

    [Fact]
    public async Task An_answer_of_another_operation_says_nothing()
    {
        using EmulatorFault fault = Left(Emulator.Faults.On("GET /api/lists").First(1), 2).Answer();
        await Klaviyo.Lists.ToListAsync();

        await Klaviyo.Lists.Commands.SendAllAsync(Creations(Klaviyo, 3), default);
    }

    [Fact]
    public async Task Without_a_report_the_requests_of_this_process_count()
    {
        await Klaviyo.Lists.CreateAsync(new List { Name = "VIPs" });

        await RefusedAsync(Klaviyo, 150);
    }

    private static EmulatorFaultRoute Left(EmulatorFaultRoute route, int left) => route
        .WithHeader("RateLimit-Limit", "150, 10;w=1, 150;w=60, 150;w=86400").WithHeader("RateLimit-Remaining", $"{left}").WithHeader("RateLimit-Reset", "7200");

    private async Task RefusedAsync(KlaviyoContext klaviyo, int requests)
    {
        int sent = Wire.Sent.Count;
        Func<Task> sending = () => klaviyo.Lists.Commands.SendAllAsync(Creations(klaviyo, requests), default);

        (await sending.Should().ThrowAsync<KlaviyoCommandRefusedException>()).Which.Findings.Should().ContainSingle()
            .Which.Code.Should().Be(KlaviyoFindingCode.BudgetExceeded);
        Wire.Sent.Should().HaveCount(sent, "a plan that does not fit is refused before its first request");
    }

    private static CommandDraft[] Creations(KlaviyoContext klaviyo, int count) => [.. Enumerable.Range(0, count).Select(number =>
        new CommandDraft(klaviyo.Lists.Commands.Operation("list", WriteFamily.Create), CommandSite.Of("CreateAsync", null, null, 0))
        {
            Write = json =>
            {
                json.WriteRawValue($$$"""{"type":"list","attributes":{"name":"List {{{number}}}"}}""");
                return default;
            },
        })];
}
