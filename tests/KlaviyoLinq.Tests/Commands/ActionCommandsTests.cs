using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Commands;

public sealed class ActionCommandsTests : CommandTests
{
    [Theory]
    [InlineData("POST", "/api/campaign-send-jobs", """{"data":{"type":"campaign-send-job","id":"C"}}""")]
    public void A_campaign_is_sent(string method, string path, string body) => Sends(k => k.Campaigns["C"].SendAsync(), method, path, body);

    [Fact]
    public void A_campaign_is_cancelled_or_made_a_draft_again()
    {
        Sends(
            k => k.Campaigns["C"].CancelSendAsync(), "PATCH", "/api/campaign-send-jobs/C",
            """{"data":{"type":"campaign-send-job","id":"C","attributes":{"action":"cancel"}}}""");
        Sends(
            k => k.Campaigns["C"].RevertToDraftAsync(), "PATCH", "/api/campaign-send-jobs/C",
            """{"data":{"type":"campaign-send-job","id":"C","attributes":{"action":"revert"}}}""");
    }

    [Fact]
    public void A_campaign_is_copied_with_a_name_or_without()
    {
        Sends(
            k => k.Campaigns["C"].CloneAsync("Winter"), "POST", "/api/campaign-clone",
            """{"data":{"type":"campaign","id":"C","attributes":{"new_name":"Winter"}}}""");
        Sends(k => k.Campaigns["C"].CloneAsync(), "POST", "/api/campaign-clone", """{"data":{"type":"campaign","id":"C","attributes":{}}}""");
    }

    [Fact]
    public void The_recipients_of_a_campaign_are_estimated() =>
        Sends(
            k => k.Campaigns["C"].EstimateRecipientsAsync(), "POST", "/api/campaign-recipient-estimation-jobs",
            """{"data":{"type":"campaign-recipient-estimation-job","id":"C"}}""");

    [Fact]
    public void A_template_is_assigned_to_a_message() =>
        Sends(
            k => k.CampaignMessages["M"].AssignTemplateAsync("T"), "POST", "/api/campaign-message-assign-template",
            """{"data":{"type":"campaign-message","id":"M","relationships":{"template":{"data":{"type":"template","id":"T"}}}}}""");

    [Fact]
    public void A_template_is_copied_and_rendered()
    {
        Sends(
            k => k.Templates["T"].CloneAsync("Copy"), "POST", "/api/template-clone",
            """{"data":{"type":"template","id":"T","attributes":{"name":"Copy"}}}""");
        Sends(
            k => k.Templates["T"].RenderAsync(new KlaviyoMap { ["first_name"] = "Ada" }), "POST", "/api/template-render",
            """{"data":{"type":"template","id":"T","attributes":{"context":{"first_name":"Ada"}}}}""");
    }

    [Fact]
    public void A_profile_is_merged_into_another() =>
        Sends(
            k => k.Profiles["D"].MergeAsync("S"), "POST", "/api/profile-merge",
            """{"data":{"type":"profile-merge","id":"D","relationships":{"profiles":{"data":[{"type":"profile","id":"S"}]}}}}""");

    [Theory]
    [InlineData("Draft", "C", false)]
    [InlineData("Sending", "C", false)]
    [InlineData("Sent", "C", false)]
    [InlineData("Cancelled", null, true)]
    public async Task After_a_lost_answer_the_status_of_the_campaign_shows_whether_it_was_sent(string status, string? id, bool isAmbiguous)
    {
        Emulator.Add($$$"""{"type":"campaign","id":"C","attributes":{"name":"Autumn","status":"{{{status}}}"}}""");
        using EmulatorFault fault = Emulator.Faults.On("POST /api/campaign-send-jobs").LoseAnswer();
        Func<Task> send = () => Klaviyo.Campaigns["C"].SendAsync();

        KlaviyoUnknownOutcomeException unknown = (await send.Should().ThrowAsync<KlaviyoUnknownOutcomeException>()).Which;

        Wire.Sent.Should().ContainSingle();
        KlaviyoResolution found = await unknown.ResolveAsync();
        found.Id.Should().Be(id);
        found.IsAmbiguous.Should().Be(isAmbiguous);
    }

    [Fact]
    public async Task After_a_request_that_did_not_arrive_the_campaign_is_still_a_draft()
    {
        Emulator.Add("""{"type":"campaign","id":"C","attributes":{"name":"Autumn","status":"Draft"}}""");
        using EmulatorFault fault = Emulator.Faults.On("POST /api/campaign-send-jobs").Reset();
        Func<Task> send = () => Klaviyo.Campaigns["C"].SendAsync();

        KlaviyoUnknownOutcomeException unknown = (await send.Should().ThrowAsync<KlaviyoUnknownOutcomeException>()).Which;

        KlaviyoResolution found = await unknown.ResolveAsync();
        found.Id.Should().BeNull();
        found.IsAmbiguous.Should().BeFalse();
        (await Klaviyo.Campaigns["C"].GetAsync()).Status.ToString().Should().Be("Draft");
    }

    [Fact]
    public async Task After_a_lost_answer_the_merged_profile_shows_that_it_was_not_merged_yet_and_never_that_it_was()
    {
        List<Profile> profiles = await Klaviyo.Profiles.Take(2).ToListAsync();
        using EmulatorFault fault = Emulator.Faults.On("POST /api/profile-merge").Reset();
        Func<Task> merge = () => Klaviyo.Profiles[profiles[0].Id].MergeAsync(profiles[1].Id);

        KlaviyoUnknownOutcomeException unknown = (await merge.Should().ThrowAsync<KlaviyoUnknownOutcomeException>()).Which;
        (await unknown.ResolveAsync()).Ids.Should().BeEmpty("the source is still there");

        Emulator.Remove("profile", profiles[1].Id);
        KlaviyoResolution found = await unknown.ResolveAsync();
        found.Ids.Should().Equal(profiles[0].Id);
        found.IsSaved.Should().BeFalse("a source that is gone can also have been gone before");
    }

    private void Sends(Func<KlaviyoContext, Task> command, string method, string path, string body) =>
        Klaviyo.Explain(() => command(Klaviyo)).Requests.Single().Should().BeEquivalentTo(new { Method = method, Path = path, Body = body });
}
