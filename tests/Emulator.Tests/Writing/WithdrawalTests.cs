using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Writing;

/// <summary>Consents are withdrawn from a list, or from all email marketing.</summary>
public sealed class WithdrawalTests : AsynchronousAccount
{
    private const string Path = "/api/profile-subscription-bulk-delete-jobs";
    private const string Email = """ "email":{"marketing":{"consent":"UNSUBSCRIBED"}} """;

    [Fact]
    public async Task Without_a_list_all_email_marketing_ends_and_memberships_stay()
    {
        Members();
        await Process(Path, One("ada@example.com", Email));

        JsonElement consent = Marketing("P1");
        consent.GetProperty("consent").GetString().Should().Be("UNSUBSCRIBED");
        consent.GetProperty("can_receive_email_marketing").GetBoolean().Should().BeFalse();
        consent.GetProperty("suppression").GetRawText().Should().Be("""[{"reason":"UNSUBSCRIBE","timestamp":"2026-08-01T12:04:00+00:00"}]""");
        (await Ids("/api/lists/L1/profiles")).Should().Equal("P1");
    }

    [Fact]
    public async Task A_member_leaves_the_list_and_keeps_its_other_consents()
    {
        Members();
        await Process(Path, One("ada@example.com", Email, "L1"));

        JsonElement consent = Marketing("P1");
        consent.GetProperty("consent").GetString().Should().Be("SUBSCRIBED");
        consent.GetProperty("can_receive_email_marketing").GetBoolean().Should().BeTrue();
        consent.GetProperty("list_suppressions").GetRawText()
            .Should().Be("""[{"list_id":"L1","reason":"UNSUBSCRIBE","timestamp":"2026-08-01T12:04:00+00:00"}]""");
        (await Ids("/api/lists/L1/profiles")).Should().BeEmpty();
        (await Ids("/api/profiles?filter=equals(subscriptions.email.marketing.list_suppressions.list_id,\"L1\")")).Should().Equal("P1");
    }

    [Fact]
    public async Task A_profile_that_is_not_in_the_list_is_unsubscribed_from_everything()
    {
        Members();
        await Process(Path, One("bob@example.com", Email, "L1"));

        Marketing("P2").GetProperty("consent").GetString().Should().Be("UNSUBSCRIBED");
        Marketing("P1").GetProperty("consent").GetString().Should().Be("SUBSCRIBED");
    }

    [Fact]
    public async Task An_address_that_no_profile_has_changes_nothing()
    {
        Members();
        await Process(Path, One("eve@example.com", Email));

        Emulator.Count("profile").Should().Be(2);
    }

    [Fact]
    public async Task Push_tokens_are_removed_and_those_of_other_profiles_stay()
    {
        Members();
        Token("t1", "P1");
        Token("t2", "P2");
        await Process(Path, One(
            "ada@example.com",
            """
            "push":{"marketing":{"consent":"UNSUBSCRIBED"},"tokens":[{"token":"t1","platform":"ios","vendor":"apns"},{"token":"t2","platform":"ios","vendor":"apns"}]}
            """));

        Emulator.Resources("push-token").Select(token => token.GetProperty("id").GetString()).Should().Equal("t2");
        JsonElement push = Attributes("profile", "P1").GetProperty("subscriptions").GetProperty("mobile_push").GetProperty("marketing");
        push.GetProperty("consent").GetString().Should().Be("UNSUBSCRIBED");
        HasNoDanglingLinks();
    }

    [Fact]
    public async Task Too_many_profiles_an_unknown_list_and_a_profile_without_an_identifier_are_refused()
    {
        string profile = Profile("ada@example.com", Email);
        await Refuses(Path, Job(string.Join(',', Enumerable.Repeat(profile, 101))), "/data/attributes/profiles/data");
        await Refuses(Path, Job(profile, "L9"), "/data/relationships/list/data/id");
        await Refuses(
            Path, Job(profile + """,{"type":"profile","attributes":{"subscriptions":{}}}"""), "/data/attributes/profiles/data/1/attributes");
    }

    private void Members()
    {
        const string Subscribed =
            """
            "subscriptions":{"email":{"marketing":{"can_receive_email_marketing":true,"consent":"SUBSCRIBED","suppression":[],"list_suppressions":[]}}}
            """;
        AddProfile("P1", $""" "email":"ada@example.com",{Subscribed} """);
        AddProfile("P2", $""" "email":"bob@example.com",{Subscribed} """);
        Emulator.Add("""{"type":"list","id":"L1","attributes":{"name":"A"},"relationships":{"profiles":{"data":[{"type":"profile","id":"P1"}]}}}""");
    }

    private void Token(string token, string profile) => Emulator.Add(
        $"{{\"type\":\"push-token\",\"id\":\"{token}\",\"attributes\":{{\"token\":\"{token}\",\"platform\":\"ios\"}},"
        + $"\"relationships\":{{\"profile\":{{\"data\":{{\"type\":\"profile\",\"id\":\"{profile}\"}}}}}}}}");

    private JsonElement Marketing(string profile) => Attributes("profile", profile).GetProperty("subscriptions").GetProperty("email").GetProperty("marketing");

    private static string Profile(string email, string channels) =>
        "{\"type\":\"profile\",\"attributes\":{\"email\":\"" + email + "\",\"subscriptions\":{" + channels + "}}}";

    private static string One(string email, string channels, string? list = null) => Job(Profile(email, channels), list);

    private static string Job(string profiles, string? list = null)
    {
        string lists = list is null ? "" : ",\"relationships\":{\"list\":{\"data\":{\"type\":\"list\",\"id\":\"" + list + "\"}}}";
        return "{\"data\":{\"type\":\"profile-subscription-bulk-delete-job\",\"attributes\":{\"profiles\":{\"data\":[" + profiles + "]}}" + lists + "}}";
    }
}
