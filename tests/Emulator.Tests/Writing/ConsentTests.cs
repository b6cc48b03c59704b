using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Writing;

/// <summary>Subscriptions change the consents of profiles, and their membership of a list.</summary>
public sealed class ConsentTests : AsynchronousAccount
{
    private const string Path = "/api/profile-subscription-bulk-create-jobs";
    private const string Email = """ "email":{"marketing":{"consent":"SUBSCRIBED"}} """;

    [Fact]
    public async Task A_profile_that_does_not_exist_is_created_with_a_list_only()
    {
        Lists();
        await Process(Path, Job(Profile(""" "email":"ada@example.com" """, Email)));
        Emulator.Count("profile").Should().Be(0);

        await Process(Path, Job(Profile(""" "email":"ada@example.com" """, Email), list: "L1", source: "Till"));

        JsonElement members = await Read("/api/lists/L1/profiles?additional-fields[profile]=subscriptions");
        JsonElement member = members.EnumerateArray().Single().GetProperty("attributes");
        member.GetProperty("email").GetString().Should().Be("ada@example.com");
        member.GetProperty("joined_group_at").GetDateTimeOffset().Should().Be(Clock.GetUtcNow());
        member.GetProperty("subscriptions").GetProperty("email").GetProperty("marketing").GetRawText().Should().Be(
            """
            {"can_receive_email_marketing":true,"consent":"SUBSCRIBED","consent_timestamp":"2026-08-01T12:08:00+00:00","last_updated":"2026-08-01T12:08:00+00:00",
            "method":"API","method_detail":null,"custom_method_detail":"Till","double_optin":false,"suppression":[],"list_suppressions":[]}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Nothing_changes_before_the_processing_is_over()
    {
        Lists();
        await Post(Path, Job(Profile(""" "email":"ada@example.com" """, Email), list: "L1"));

        Emulator.Count("profile").Should().Be(0);
    }

    [Fact]
    public async Task Without_a_list_a_known_profile_is_subscribed_and_joins_none()
    {
        Lists();
        AddProfile("P1", """ "email":"ada@example.com" """);
        await Process(Path, Job(Profile(""" "email":"ada@example.com" """, Email)));

        Consent("P1", "email").GetProperty("consent").GetString().Should().Be("SUBSCRIBED");
        Related(Emulator.Resources("profile")[0], "lists").Should().BeEmpty();
    }

    [Fact]
    public async Task A_subscription_lifts_what_a_person_can_lift_and_no_more()
    {
        Lists();
        AddProfile("P1", """
            "email":"ada@example.com","subscriptions":{"email":{"marketing":{"can_receive_email_marketing":false,"consent":"UNSUBSCRIBED","suppression":[
              {"reason":"UNSUBSCRIBE","timestamp":"2026-01-01T00:00:00+00:00"},{"reason":"SPAM_COMPLAINT","timestamp":"2026-01-01T00:00:00+00:00"},
              {"reason":"USER_SUPPRESSED","timestamp":"2026-01-01T00:00:00+00:00"},{"reason":"HARD_BOUNCE","timestamp":"2026-01-01T00:00:00+00:00"}],
             "list_suppressions":[{"list_id":"L1","reason":"UNSUBSCRIBE","timestamp":"2026-01-01T00:00:00+00:00"},
              {"list_id":"L2","reason":"UNSUBSCRIBE","timestamp":"2026-01-01T00:00:00+00:00"}]}}}
            """);
        await Process(Path, Job(Profile(""" "email":"ada@example.com" """, Email), list: "L1"));

        JsonElement consent = Consent("P1", "email");
        consent.GetProperty("consent").GetString().Should().Be("SUBSCRIBED");
        consent.GetProperty("suppression").EnumerateArray().Select(s => s.GetProperty("reason").GetString()).Should().Equal("HARD_BOUNCE");
        consent.GetProperty("list_suppressions").EnumerateArray().Select(s => s.GetProperty("list_id").GetString()).Should().Equal("L2");
        consent.GetProperty("can_receive_email_marketing").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public async Task Each_channel_has_a_record_of_its_own_and_a_channel_without_an_identifier_has_none()
    {
        AddProfile("P1", """ "email":"ada@example.com" """);
        string all = """
            "email":{"marketing":{"consent":"SUBSCRIBED"},"open_tracking":{"consent":"SUBSCRIBED"}},"sms":{"marketing":{"consent":"SUBSCRIBED"},
            "transactional":{"consent":"SUBSCRIBED"}},"whatsapp":{"marketing":{"consent":"SUBSCRIBED"}},
            "push":{"marketing":{"consent":"SUBSCRIBED"},"tokens":[{"token":"t1","platform":"ios","vendor":"apns"}]}
            """;
        await Process(Path, Job(Profile(""" "email":"ada@example.com" """, all)));

        JsonElement without = Subscriptions("P1");
        without.GetProperty("sms").ValueKind.Should().Be(JsonValueKind.Null);
        without.GetProperty("whatsapp").ValueKind.Should().Be(JsonValueKind.Null);
        without.GetProperty("mobile_push").GetProperty("marketing").GetRawText()
            .Should().Be("""{"can_receive_push_marketing":true,"consent":"SUBSCRIBED","consent_timestamp":"2026-08-01T12:04:00+00:00"}""");
        without.GetProperty("email").GetProperty("open_tracking").GetProperty("can_receive").GetBoolean().Should().BeTrue();
        Related(Emulator.Resources("push-token").Single(), "profile").Should().Equal("P1");

        await Process(Path, Job(Profile(""" "email":"ada@example.com","phone_number":"+15005550006" """, all)));

        JsonElement sms = Subscriptions("P1").GetProperty("sms");
        sms.GetProperty("marketing").GetProperty("can_receive_sms_marketing").GetBoolean().Should().BeTrue();
        sms.GetProperty("transactional").GetProperty("can_receive_sms_transactional").GetBoolean().Should().BeTrue();
        JsonElement whatsapp = Subscriptions("P1").GetProperty("whatsapp").GetProperty("marketing");
        whatsapp.GetProperty("phone_number").GetString().Should().Be("+15005550006");
        Attributes("profile", "P1").GetProperty("phone_number").GetString().Should().Be("+15005550006");
        Emulator.Count("push-token").Should().Be(1);
    }

    [Fact]
    public async Task On_a_list_with_double_opt_in_the_consent_to_messages_is_pending()
    {
        Lists();
        await Process(Path, Job(Profile(
            """ "email":"ada@example.com" """, """ "email":{"marketing":{"consent":"SUBSCRIBED"},"open_tracking":{"consent":"SUBSCRIBED"}} """), list: "L2"));

        JsonElement profile = Emulator.Resources("profile").Should().ContainSingle().Which;
        Related(profile, "lists").Should().BeEmpty();
        JsonElement email = profile.GetProperty("attributes").GetProperty("subscriptions").GetProperty("email");
        email.GetProperty("marketing").GetProperty("consent").GetString().Should().Be("NEVER_SUBSCRIBED");
        email.GetProperty("open_tracking").GetProperty("consent").GetString().Should().Be("SUBSCRIBED");
    }

    [Fact]
    public async Task Earlier_consents_keep_their_time_and_need_no_confirmation()
    {
        Lists();
        AddProfile("P1", """ "email":"ada@example.com" """);
        string earlier = """ "email":{"marketing":{"consent":"SUBSCRIBED","consented_at":"2020-01-02T03:04:05Z"}} """;
        await Process(Path, Job(
            Profile(""" "email":"ada@example.com" """, earlier) + "," + Profile(""" "email":"new@example.com" """, earlier), list: "L2", historical: true));

        Consent("P1", "email").GetProperty("consent_timestamp").GetString().Should().Be("2020-01-02T03:04:05+00:00");
        (await Ids("/api/lists/L2/profiles")).Should().Equal("P1");
        Emulator.Count("profile").Should().Be(1, "an import of earlier consents creates no profiles");
    }

    [Theory]
    [InlineData(true, """ "email":{"marketing":{"consent":"SUBSCRIBED"}} """, "email/marketing")]
    [InlineData(true, """ "sms":{"transactional":{"consent":"SUBSCRIBED","consented_at":null}} """, "sms/transactional")]
    [InlineData(true, """ "push":{"marketing":{"consent":"SUBSCRIBED","consented_at":"2026-08-01T12:00:00Z"}} """, "push/marketing")]
    [InlineData(true, """ "whatsapp":{"marketing":{"consent":"SUBSCRIBED","consented_at":"2027-01-01T00:00:00Z"}} """, "whatsapp/marketing")]
    [InlineData(false, """ "email":{"marketing":{"consent":"SUBSCRIBED","consented_at":"2020-01-01T00:00:00Z"}} """, "email/marketing")]
    public async Task A_time_of_consent_is_required_in_the_past_for_earlier_consents_and_refused_otherwise(bool historical, string channel, string place)
    {
        string good = historical
            ? """ "email":{"marketing":{"consent":"SUBSCRIBED","consented_at":"2020-01-01T00:00:00Z"},"open_tracking":{"consent":"SUBSCRIBED"}} """
            : Email;
        string person = """ "email":"ada@example.com" """;
        await Refuses(
            Path, Job(Profile(person, good) + "," + Profile(person, channel), historical: historical),
            $"/data/attributes/profiles/data/1/attributes/subscriptions/{place}/consented_at");
    }

    [Fact]
    public async Task A_list_that_does_not_exist_and_a_profile_without_an_identifier_are_refused()
    {
        await Refuses(Path, Job(Profile(""" "email":"ada@example.com" """, Email), list: "L9"), "/data/relationships/list/data/id");
        await Refuses(Path, Job(Profile("", Email)), "/data/attributes/profiles/data/0/attributes");
        await Refuses(Path, Job(Profile(""" "email":"ada" """, Email)), "/data/attributes/profiles/data/0/attributes/email");
    }

    [Fact]
    public async Task A_push_token_alone_names_the_profile_that_has_it()
    {
        AddProfile("P1", """ "email":"ada@example.com" """);
        Emulator.Add("""
            {"type":"push-token","id":"T1","attributes":{"token":"t1","platform":"ios","vendor":"apns"},"relationships":{"profile":{"data":{"type":"profile","id":"P1"}}}}
            """);
        await Process(Path, Job(Profile(
            "", """ "push":{"marketing":{"consent":"SUBSCRIBED"},"tokens":[{"token":"t1","platform":"ios","vendor":"apns"}]} """)));

        Subscriptions("P1").GetProperty("mobile_push").GetProperty("marketing").GetProperty("consent").GetString().Should().Be("SUBSCRIBED");
        Emulator.Count("push-token").Should().Be(1);
    }

    private void Lists()
    {
        Emulator.Add("""{"type":"list","id":"L1","attributes":{"name":"A","opt_in_process":"single_opt_in"}}""");
        Emulator.Add("""{"type":"list","id":"L2","attributes":{"name":"B","opt_in_process":"double_opt_in"}}""");
    }

    private JsonElement Subscriptions(string profile) => Attributes("profile", profile).GetProperty("subscriptions");

    private JsonElement Consent(string profile, string channel) => Subscriptions(profile).GetProperty(channel).GetProperty("marketing");

    private static string Profile(string attributes, string channels)
    {
        string all = string.IsNullOrWhiteSpace(attributes) ? "" : attributes + ",";
        return "{\"type\":\"profile\",\"attributes\":{" + all + "\"subscriptions\":{" + channels + "}}}";
    }

    private static string Job(string profiles, string? list = null, string? source = null, bool historical = false)
    {
        string options = (source is null ? "" : $",\"custom_source\":\"{source}\"") + (historical ? ",\"historical_import\":true" : "");
        string lists = list is null ? "" : ",\"relationships\":{\"list\":{\"data\":{\"type\":\"list\",\"id\":\"" + list + "\"}}}";
        return "{\"data\":{\"type\":\"profile-subscription-bulk-create-job\",\"attributes\":{\"profiles\":{\"data\":["
            + profiles + "]}" + options + "}" + lists + "}}";
    }
}
