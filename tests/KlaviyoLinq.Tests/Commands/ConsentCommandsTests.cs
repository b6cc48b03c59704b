using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Tests.Commands;

public sealed class ConsentCommandsTests : CommandTests
{
    [Fact]
    public async Task People_are_subscribed_to_a_list_by_channel()
    {
        string list = (await Klaviyo.Lists.CreateAsync(new List { Name = "VIPs" })).Id;

        await Klaviyo.Lists[list].SubscribeAsync(
            [new ConsentChange { Email = "ada@example.com", PhoneNumber = "+441632960961", Marketing = KlaviyoChannels.Email | KlaviyoChannels.Sms }],
            customSource: "Checkout");

        Wire.Last.Should().BeEquivalentTo(new { Method = "POST", Uri = "/api/profile-subscription-bulk-create-jobs" });
        LastBodyIs("""
            {"data":{"type":"profile-subscription-bulk-create-job","attributes":{"custom_source":"Checkout","profiles":{"data":[
            {"type":"profile","attributes":{"email":"ada@example.com","phone_number":"+441632960961",
            "subscriptions":{"email":{"marketing":{"consent":"SUBSCRIBED"}},"sms":{"marketing":{"consent":"SUBSCRIBED"}}}}}]}},
            "relationships":{"list":{"data":{"type":"list","id":"LIST"}}}}}
            """.Replace("LIST", list));
    }

    [Fact]
    public void Consent_of_the_past_and_all_channels_are_sent()
    {
        var change = new ConsentChange
        {
            ProfileId = "P",
            Marketing = KlaviyoChannels.WhatsApp | KlaviyoChannels.Push,
            Transactional = KlaviyoChannels.Sms,
            OpenTracking = true,
            ConsentedAt = new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero),
            DateOfBirth = new DateOnly(1990, 5, 6),
            PushTokens = [new PushToken { Token = "t", Platform = PushTokenPlatform.Ios, Vendor = "apns" }],
            AnonymousId = "a",
        };

        KlaviyoPlannedRequest request = Klaviyo.Explain(() => Klaviyo.Consent.SubscribeAsync([change], historicalImport: true)).Requests.Single();

        request.Body.Should().Be("""
            {"data":{"type":"profile-subscription-bulk-create-job","attributes":{"historical_import":true,"profiles":{"data":[{"type":"profile","id":"P","attributes":{"subscriptions":{
            "email":{"open_tracking":{"consent":"SUBSCRIBED"}},
            "sms":{"transactional":{"consent":"SUBSCRIBED","consented_at":"2025-01-02T03:04:05+00:00"}},
            "whatsapp":{"marketing":{"consent":"SUBSCRIBED","consented_at":"2025-01-02T03:04:05+00:00"}},
            "push":{"marketing":{"consent":"SUBSCRIBED","consented_at":"2025-01-02T03:04:05+00:00"},"tokens":[{"token":"t","platform":"ios","vendor":"apns"}],"anonymous_id":"a"}},
            "age_gated_date_of_birth":"1990-05-06"}}]}}}}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Only_members_are_unsubscribed_from_a_list_and_the_others_are_reported()
    {
        List<Profile> profiles = (await Klaviyo.Profiles.ToListAsync()).FindAll(profile => profile.Email is not null);
        string list = (await Klaviyo.Lists.CreateAsync(new List { Name = "VIPs" })).Id;
        await Klaviyo.Lists[list].Profiles.AddAsync(profiles[0].Id);
        ConsentChange member = new() { Email = profiles[0].Email, Marketing = KlaviyoChannels.Email };
        ConsentChange other = new() { Email = profiles[1].Email, Marketing = KlaviyoChannels.Email };

        UnsubscribeResult result = await Klaviyo.Lists[list].UnsubscribeAsync([member, other]);

        result.Sent.Should().Equal(member);
        result.NotOnList.Should().Equal(other);
        Wire.Sent[^2].Should().BeEquivalentTo(new { Method = "GET" });
        Wire.Last.Should().BeEquivalentTo(new { Method = "POST", Uri = "/api/profile-subscription-bulk-delete-jobs" });
        LastBodyIs("""
            {"data":{"type":"profile-subscription-bulk-delete-job","attributes":{"profiles":{"data":[
            {"type":"profile","attributes":{"email":"EMAIL","subscriptions":{"email":{"marketing":{"consent":"UNSUBSCRIBED"}}}}}]}},
            "relationships":{"list":{"data":{"type":"list","id":"LIST"}}}}}
            """.Replace("LIST", list).Replace("EMAIL", profiles[0].Email));
    }

    [Fact]
    public async Task Without_a_member_among_them_nothing_is_unsubscribed()
    {
        string list = (await Klaviyo.Lists.CreateAsync(new List { Name = "VIPs" })).Id;

        UnsubscribeResult result = await Klaviyo.Lists[list].UnsubscribeAsync(
            [new ConsentChange { Email = "other@example.com", Marketing = KlaviyoChannels.Email }]);

        result.Sent.Should().BeEmpty();
        Wire.Last.Method.Should().Be("GET");
    }

    [Fact]
    public void Unsubscribing_from_everything_is_another_method_and_has_no_list()
    {
        ConsentChange[] changes =
            [.. Enumerable.Range(0, 150).Select(i => new ConsentChange { Email = $"p{i}@example.com", Marketing = KlaviyoChannels.Email })];

        IReadOnlyList<KlaviyoPlannedRequest> requests = Klaviyo.Explain(() => Klaviyo.Consent.UnsubscribeGloballyAsync(changes)).Requests;

        requests.Should().HaveCount(2).And.OnlyContain(request =>
             request.Path == "/api/profile-subscription-bulk-delete-jobs" && !request.Body!.Contains("relationships"));
    }

    [Fact]
    public void Profiles_are_suppressed_by_address_list_or_segment_and_the_suppression_is_lifted()
    {
        Sends(
            k => k.Consent.SuppressAsync(["spam@example.com"]), "/api/profile-suppression-bulk-create-jobs",
            """{"data":{"type":"profile-suppression-bulk-create-job","attributes":{"profiles":{"data":[{"type":"profile","attributes":{"email":"spam@example.com"}}]}}}}""");
        Sends(
            k => k.Consent.SuppressAsync(k.Lists["L"]), "/api/profile-suppression-bulk-create-jobs",
            """{"data":{"type":"profile-suppression-bulk-create-job","attributes":{},"relationships":{"list":{"data":{"type":"list","id":"L"}}}}}""");
        Sends(
            k => k.Consent.UnsuppressAsync(k.Segments["S"]), "/api/profile-suppression-bulk-delete-jobs",
            """{"data":{"type":"profile-suppression-bulk-delete-job","attributes":{},"relationships":{"segment":{"data":{"type":"segment","id":"S"}}}}}""");
    }

    [Fact]
    public void A_person_is_forgotten_by_address_number_or_profile()
    {
        Sends(
            k => k.Privacy.DeleteByEmailAsync("ada@example.com"), "/api/data-privacy-deletion-jobs",
            """{"data":{"type":"data-privacy-deletion-job","attributes":{"profile":{"data":{"type":"profile","attributes":{"email":"ada@example.com"}}}}}}""");
        Sends(
            k => k.Privacy.DeleteByPhoneAsync("+441632960961"), "/api/data-privacy-deletion-jobs",
            """{"data":{"type":"data-privacy-deletion-job","attributes":{"profile":{"data":{"type":"profile","attributes":{"phone_number":"\u002B441632960961"}}}}}}""");
        Sends(
            k => k.Privacy.DeleteAsync(k.Profiles["P"]), "/api/data-privacy-deletion-jobs",
            """{"data":{"type":"data-privacy-deletion-job","attributes":{"profile":{"data":{"type":"profile","id":"P","attributes":{}}}}}}""");
    }

    [Fact]
    public void A_message_is_sent_in_a_conversation() =>
        Sends(
            k => k.SendConversationMessageAsync("C", "Hello"), "/api/conversation-messages",
            """{"data":{"type":"conversation-message","attributes":{"body":"Hello"},"relationships":{"conversation":{"data":{"type":"conversation","id":"C"}}}}}""");

    [Fact]
    public async Task A_change_without_a_channel_is_refused()
    {
        Func<Task> subscribe = () => Klaviyo.Consent.SubscribeAsync([new ConsentChange { Email = "ada@example.com" }]);

        await subscribe.Should().ThrowAsync<KlaviyoCommandRefusedException>();
        Wire.Sent.Should().BeEmpty();
    }

    private void Sends(Func<KlaviyoContext, Task> command, string path, string body) =>
        Klaviyo.Explain(() => command(Klaviyo)).Requests.Single().Should().BeEquivalentTo(new { Method = "POST", Path = path, Body = body });
}
