using System.Net;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Writing;

/// <summary>A draft is sent once, by its send strategy, and only what is not sent yet can be stopped.</summary>
public sealed class CampaignSendingTests : WriteTests
{
    private const string Jobs = "/api/campaign-send-jobs";
    private const string Job = Jobs + "/C";

    [Fact]
    public async Task A_campaign_without_a_date_is_sent_when_its_job_ends()
    {
        Add("""{"method":"immediate"}""");

        Answer answer = await Send(HttpStatusCode.Accepted);
        (string Campaign, string Job) accepted = await Statuses();
        Clock.Advance(ProcessingTime / 2);
        (string Campaign, string Job) halfway = await Statuses();
        Clock.Advance(ProcessingTime / 2);
        (string Campaign, string Job) ended = await Statuses();

        Id(answer).Should().Be("C");
        accepted.Should().Be(("Sending", "queued"));
        halfway.Should().Be(("Sending", "processing"));
        ended.Should().Be(("Sent", "complete"));
        JsonElement campaign = await Read("/api/campaigns/C");
        campaign.GetProperty("send_time").GetString().Should().Be("2026-09-01T12:00:00+00:00");
        campaign.GetProperty("scheduled_at").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("""{"method":"static","datetime":"2026-09-03T08:00:00+00:00","options":{"is_local":true}}""", "2026-09-03T08:00:00+00:00", true)]
    [InlineData("""{"method":"throttled","datetime":"2026-09-03T08:00:00+00:00","throttle_percentage":20}""", "2026-09-03T08:00:00+00:00", false)]
    [InlineData("""{"method":"smart_send_time","date":"2026-09-03"}""", "2026-09-03T00:00:00+00:00", false)]
    public async Task A_campaign_with_a_date_is_scheduled_and_sent_then(string strategy, string moment, bool isLocal)
    {
        Add(strategy);

        await Send(HttpStatusCode.Accepted);
        Clock.Advance(ProcessingTime);
        (string Campaign, string Job) scheduled = await Statuses();
        JsonElement campaign = await Read("/api/campaigns/C");
        Clock.Advance(DateTimeOffset.Parse(moment, null) - Clock.GetUtcNow());
        (string Campaign, string Job) reached = await Statuses();
        Clock.Advance(ProcessingTime);

        scheduled.Should().Be(("Scheduled", "complete"));
        campaign.GetProperty("scheduled_at").GetString().Should().Be("2026-09-01T12:00:00+00:00");
        campaign.GetProperty("send_time").GetString().Should().Be(moment);
        reached.Should().Be(("Sending", "complete"));
        (await Statuses()).Campaign.Should().Be("Sent");
        JsonElement time = (await Read("/api/campaign-messages/M")).GetProperty("send_times").EnumerateArray().Should().ContainSingle().Which;
        (time.GetProperty("datetime").GetString(), time.GetProperty("is_local").GetBoolean()).Should().Be((moment, isLocal));
    }

    [Fact]
    public async Task A_date_that_is_over_sends_at_once()
    {
        Add("""{"method":"static","datetime":"2026-08-01T00:00:00+00:00"}""");

        await Send(HttpStatusCode.Accepted);

        (await Statuses()).Campaign.Should().Be("Sending");
    }

    [Theory]
    [InlineData("Sending")]
    [InlineData("Sent")]
    [InlineData("Cancelled")]
    public async Task A_campaign_that_is_not_a_draft_is_not_sent(string status)
    {
        Add("""{"method":"immediate"}""", status);

        (await IsRefused("POST", Jobs, Body(), HttpStatusCode.Conflict, "/data/id")).Should().Contain(status);

        Emulator.Count("campaign-send-job").Should().Be(0);
    }

    [Fact]
    public async Task A_second_request_does_not_send_a_second_time()
    {
        Add("""{"method":"immediate"}""");
        await Send(HttpStatusCode.Accepted);

        await IsRefused("POST", Jobs, Body(), HttpStatusCode.Conflict, "/data/id");

        Emulator.Count("campaign-send-job").Should().Be(1);
    }

    [Theory]
    [InlineData("cancel", "Cancelled")]
    [InlineData("revert", "Draft")]
    public async Task A_campaign_is_stopped_before_it_is_sent_and_its_moment_passes_without_effect(string action, string status)
    {
        Add("""{"method":"static","datetime":"2026-09-03T08:00:00+00:00"}""");
        await Send(HttpStatusCode.Accepted);

        await Stop(action, HttpStatusCode.NoContent);
        (string Campaign, string Job) stopped = await Statuses();
        Clock.Advance(TimeSpan.FromDays(10));

        stopped.Should().Be((status, "cancelled"));
        (await Statuses()).Should().Be(stopped);
        (await Read("/api/campaigns/C")).GetProperty("send_time").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("revert")]
    public async Task To_stop_again_is_no_error(string action)
    {
        Add("""{"method":"immediate"}""");
        await Send(HttpStatusCode.Accepted);
        await Stop(action, HttpStatusCode.NoContent);

        await Stop(action, HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_campaign_that_was_reverted_is_sent_by_its_second_job_alone()
    {
        Add("""{"method":"immediate"}""");
        await Send(HttpStatusCode.Accepted);
        Clock.Advance(ProcessingTime / 4);
        await Stop("revert", HttpStatusCode.NoContent);

        await Send(HttpStatusCode.Accepted);
        Clock.Advance(ProcessingTime * 0.75);
        (string Campaign, string Job) endOfFirst = await Statuses();
        Clock.Advance(ProcessingTime / 4);

        endOfFirst.Should().Be(("Sending", "processing"));
        (await Statuses()).Should().Be(("Sent", "complete"));
    }

    [Theory]
    [InlineData("Sent", "cancel")]
    [InlineData("Sent", "revert")]
    [InlineData("Cancelled", "revert")]
    [InlineData("Draft", "cancel")]
    public async Task Only_a_campaign_that_is_being_sent_is_stopped(string status, string action)
    {
        Add("""{"method":"immediate"}""", status);

        (await IsRefused("PATCH", Job, Action(action), HttpStatusCode.Conflict, "/data/id")).Should().Contain(status);

        (await Read("/api/campaigns/C")).GetProperty("status").GetString().Should().Be(status);
    }

    [Fact]
    public async Task A_campaign_that_does_not_exist_is_neither_sent_nor_stopped()
    {
        await IsRefused("POST", Jobs, Body(), HttpStatusCode.NotFound, "/data/id");
        await IsRefused("PATCH", Job, Action("cancel"), HttpStatusCode.NotFound, "/data/id");
        await IsRefused("PATCH", Job, Action("pause"), HttpStatusCode.BadRequest, "/data/attributes/action");
    }

    [Fact]
    public async Task A_deleted_campaign_takes_its_job_with_it()
    {
        Add("""{"method":"immediate"}""");
        await Send(HttpStatusCode.Accepted);

        (await Client.Send("DELETE", "/api/campaigns/C")).Status.Should().Be(HttpStatusCode.NoContent);
        Clock.Advance(ProcessingTime);

        (await Client.Get(Job)).Status.Should().Be(HttpStatusCode.NotFound);
        Emulator.Count("campaign").Should().Be(0);
    }

    private void Add(string strategy, string status = "Draft") => Emulator.Seed(
        $$$$"""
        [{"type":"campaign","id":"C","attributes":{"name":"Autumn","status":"{{{{status}}}}","send_strategy":{{{{strategy}}}}},
          "relationships":{"campaign-messages":{"data":[{"type":"campaign-message","id":"M"}]}}},
         {"type":"campaign-message","id":"M","attributes":{"definition":{"channel":"email"}}}]
        """);

    private static string Body() => """{"data":{"type":"campaign-send-job","id":"C"}}""";

    private static string Action(string action) => $$$$"""{"data":{"type":"campaign-send-job","id":"C","attributes":{"action":"{{{{action}}}}"}}}""";

    private Task<Answer> Send(HttpStatusCode status) => Sends("POST", Jobs, Body(), status);

    private Task<Answer> Stop(string action, HttpStatusCode status) => Sends("PATCH", Job, Action(action), status);

    private async Task<(string Campaign, string Job)> Statuses() =>
        ((await Read("/api/campaigns/C")).GetProperty("status").GetString()!, (await Read(Job)).GetProperty("status").GetString()!);
}
