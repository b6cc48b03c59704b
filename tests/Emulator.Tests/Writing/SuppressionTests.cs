using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Writing;

/// <summary>Jobs suppress all email marketing to profiles, and lift what a user suppressed.</summary>
public sealed class SuppressionTests : AsynchronousAccount
{
    private const string Suppress = "profile-suppression-bulk-create-job";
    private const string Unsuppress = "profile-suppression-bulk-delete-job";

    [Fact]
    public async Task Addresses_are_suppressed_and_those_that_need_no_change_are_skipped()
    {
        People();
        (JsonElement attributes, _) = await Complete(Suppress, Job(Suppress, Emails("ada@example.com", "bob@example.com", "eve@example.com")));

        Counts(attributes).Should().Be((3, 1, 2));
        Reasons("P1").Should().Equal("USER_SUPPRESSED");
        Reasons("P2").Should().Equal("USER_SUPPRESSED", "HARD_BOUNCE");
        Marketing("P1").GetProperty("can_receive_email_marketing").GetBoolean().Should().BeFalse();
        Emulator.Count("profile").Should().Be(3, "an address that no profile has makes none");
    }

    [Theory]
    [InlineData("list")]
    [InlineData("segment")]
    public async Task The_members_of_a_list_or_segment_at_the_time_of_the_request_are_suppressed(string type)
    {
        People();
        Emulator.Add(
            $"{{\"type\":\"{type}\",\"id\":\"G1\",\"attributes\":{{}},\"relationships\":{{\"profiles\":{{\"data\":["
            + "{\"type\":\"profile\",\"id\":\"P1\"},{\"type\":\"profile\",\"id\":\"P2\"}]}}}");
        (JsonElement attributes, string path) = await Complete(Suppress, Job(Suppress, relationships: Group(type, "G1")));

        Counts(attributes).Should().Be((2, 1, 1));
        Reasons("P1").Should().Equal("USER_SUPPRESSED");
        Reasons("P3").Should().BeEmpty();
        Related(Emulator.Resources(Suppress).Single(), type + "s").Should().Equal("G1");
        (await Ids($"/api/{Suppress}s?filter=equals({type}_id,\"G1\")")).Should().ContainSingle().Which.Should().Be(path.Split('/')[^1]);
    }

    [Fact]
    public async Task Only_what_a_user_suppressed_is_lifted()
    {
        People();
        (JsonElement attributes, _) = await Complete(Unsuppress, Job(Unsuppress, Emails("ada@example.com", "bob@example.com")));

        Counts(attributes).Should().Be((2, 1, 1));
        Reasons("P2").Should().Equal("HARD_BOUNCE");
        Marketing("P2").GetProperty("can_receive_email_marketing").GetBoolean().Should().BeFalse();

        await Complete(Suppress, Job(Suppress, Emails("ada@example.com")));
        await Complete(Unsuppress, Job(Unsuppress, Emails("ada@example.com")));

        Reasons("P1").Should().BeEmpty();
        Marketing("P1").GetProperty("can_receive_email_marketing").GetBoolean().Should().BeTrue();
    }

    [Theory]
    [InlineData(Suppress)]
    [InlineData(Unsuppress)]
    public async Task Exactly_one_of_addresses_list_and_segment_is_required(string type)
    {
        People();
        Emulator.Add("""{"type":"list","id":"G1","attributes":{}}""");
        Emulator.Add("""{"type":"segment","id":"G1","attributes":{}}""");
        string path = $"/api/{type}s";

        await Refuses(path, Job(type), "/data");
        await Refuses(path, Job(type, Emails("ada@example.com"), Group("list", "G1")), "/data");
        await Refuses(path, Job(type, relationships: Group("list", "G1") + "," + Group("segment", "G1")), "/data");
        await Refuses(path, Job(type, relationships: Group("list", "G9")), "/data/relationships/list/data/id");
        await Refuses(path, Job(type, relationships: Group("segment", "G9")), "/data/relationships/segment/data/id");
        await Refuses(path, Job(type, Emails("ada@example.com", "ada")), "/data/attributes/profiles/data/1/attributes/email");
        await Refuses(path, Job(type, Emails([.. Enumerable.Repeat("ada@example.com", 101)])), "/data/attributes/profiles/data");

        Emulator.Count(type).Should().Be(0);
    }

    private void People()
    {
        AddProfile("P1", """ "email":"ada@example.com" """);
        AddProfile("P2", """
            "email":"bob@example.com","subscriptions":{"email":{"marketing":{"can_receive_email_marketing":false,"consent":"SUBSCRIBED","suppression":[
              {"reason":"USER_SUPPRESSED","timestamp":"2026-01-01T00:00:00+00:00"},{"reason":"HARD_BOUNCE","timestamp":"2026-01-01T00:00:00+00:00"}],
             "list_suppressions":[]}}}
            """);
        AddProfile("P3", """ "external_id":"3" """);
    }

    private JsonElement Marketing(string profile) => Attributes("profile", profile).GetProperty("subscriptions").GetProperty("email").GetProperty("marketing");

    private IReadOnlyList<string?> Reasons(string profile) => Attributes("profile", profile).TryGetProperty("subscriptions", out _)
        ? [.. Marketing(profile).GetProperty("suppression").EnumerateArray().Select(entry => entry.GetProperty("reason").GetString())]
        : [];

    private static (int Total, int Completed, int Skipped) Counts(JsonElement attributes) => (
        attributes.GetProperty("total_count").GetInt32(), attributes.GetProperty("completed_count").GetInt32(),
        attributes.GetProperty("skipped_count").GetInt32());

    private static string Emails(params string[] emails) =>
        "\"profiles\":{\"data\":["
        + string.Join(',', emails.Select(email => "{\"type\":\"profile\",\"attributes\":{\"email\":\"" + email + "\"}}")) + "]}";

    private static string Group(string type, string id) => $"\"{type}\":{{\"data\":{{\"type\":\"{type}\",\"id\":\"{id}\"}}}}";

    private static string Job(string type, string attributes = "", string relationships = "") =>
        "{\"data\":{\"type\":\"" + type + "\",\"attributes\":{" + attributes + "},\"relationships\":{" + relationships + "}}}";
}
