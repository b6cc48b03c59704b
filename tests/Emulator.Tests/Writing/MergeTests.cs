using System.Net;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Writing;

/// <summary>A merge gives what leads to one profile to another one.</summary>
public sealed class MergeTests : AsynchronousAccount
{
    private const string Path = "/api/profile-merge";

    [Fact]
    public async Task The_target_is_answered_without_attributes_and_the_source_disappears_when_the_processing_is_over()
    {
        AddPeople();
        Answer answer = await Post(Path, Body("P1", "P2"));
        int atOnce = Emulator.Count("profile");
        Clock.Advance(ProcessingTime);

        answer.Status.Should().Be(HttpStatusCode.Created);
        JsonElement data = answer.Body.GetProperty("data");
        data.EnumerateObject().Select(member => member.Name).Should().Equal("type", "id", "links");
        (data.GetProperty("type").GetString(), data.GetProperty("id").GetString()).Should().Be(("profile", "P1"));
        string self = new Uri(data.GetProperty("links").GetProperty("self").GetString()!).AbsolutePath.TrimEnd('/');
        (await Read(self)).GetProperty("id").GetString().Should().Be("P1");
        atOnce.Should().Be(2);
        (await Ids("/api/profiles")).Should().Equal("P1");
    }

    [Fact]
    public async Task Events_memberships_tokens_and_codes_lead_to_the_target()
    {
        AddPeople();
        await Post(Path, Body("P1", "P2"));
        Clock.Advance(ProcessingTime);

        (await Ids("/api/events?filter=equals(profile_id,\"P1\")")).Should().HaveCount(2);
        (await Ids("/api/lists/L1/profiles")).Should().Equal("P1");
        JsonElement member = (await Read("/api/lists/L2/profiles")).EnumerateArray().Single();
        member.GetProperty("attributes").GetProperty("joined_group_at").GetDateTimeOffset().Should().Be(new DateTimeOffset(2025, 1, 2, 0, 0, 0, TimeSpan.Zero));
        foreach (string type in (string[])["push-token", "coupon-code", "conversation"])
            Related(Emulator.Resources(type).Single(), "profile").Should().Equal("P1");
        (await Ids("/api/profiles/P1/push-tokens")).Should().Equal("T1");
        HasNoDanglingLinks();
    }

    [Fact]
    public async Task The_target_keeps_its_values_and_takes_over_what_it_has_none_of()
    {
        AddPeople();
        await Post(Path, Body("P1", "P2"));
        Clock.Advance(ProcessingTime);

        JsonElement profile = Attributes("profile", "P1");
        profile.GetProperty("email").GetString().Should().Be("ada@example.com");
        profile.GetProperty("phone_number").GetString().Should().Be("+15005550006");
        profile.GetProperty("first_name").GetString().Should().Be("Ada");
        profile.GetProperty("properties").GetRawText().Should().Be("""{"plan":"gold","size":"M"}""");
        profile.GetProperty("location").GetProperty("city").GetString().Should().Be("Boston");
        profile.GetProperty("last_event_date").GetString().Should().Be("2026-02-01T00:00:00+00:00");
        JsonElement email = profile.GetProperty("subscriptions").GetProperty("email").GetProperty("marketing");
        email.GetProperty("suppression")[0].GetProperty("reason").GetString().Should().Be("USER_SUPPRESSED");
        email.GetProperty("can_receive_email_marketing").GetBoolean().Should().BeFalse();
        (await Ids("/api/profiles?filter=equals(phone_number,\"+15005550006\")".Replace("+", "%2B"))).Should().Equal("P1");
    }

    [Fact]
    public async Task A_repeat_finds_no_source()
    {
        AddPeople();
        await Post(Path, Body("P1", "P2"));
        Clock.Advance(ProcessingTime);

        Answer answer = await Post(Path, Body("P1", "P2"));

        answer.Status.Should().Be(HttpStatusCode.NotFound);
        PointerOf(answer).Should().Be("/data/relationships/profiles/data/0/id");
    }

    [Fact]
    public async Task A_target_that_does_not_exist_is_not_found()
    {
        AddPeople();
        Answer answer = await Post(Path, Body("P9", "P2"));

        answer.Status.Should().Be(HttpStatusCode.NotFound);
        PointerOf(answer).Should().Be("/data/id");
    }

    [Fact]
    public async Task One_source_other_than_the_target_is_required()
    {
        AddPeople();
        await Refuses(Path, Body("P1"), "/data/relationships/profiles/data");
        await Refuses(Path, Body("P1", "P2", "P2"), "/data/relationships/profiles/data");
        await Refuses(Path, Body("P1", "P1"), "/data/relationships/profiles/data/0/id");

        Emulator.Count("profile").Should().Be(2);
    }

    private void AddPeople()
    {
        AddProfile("P1", """
            "email":"ada@example.com","first_name":"Ada","phone_number":null,"properties":{"plan":"gold"},"location":{"city":null,"country":"US"},
            "last_event_date":"2026-01-01T00:00:00+00:00",
            "subscriptions":{"email":{"marketing":{"can_receive_email_marketing":true,"consent":"SUBSCRIBED","suppression":[],"list_suppressions":[]}}}
            """);
        AddProfile("P2", """
            "email":"a.l@example.com","first_name":"A.","phone_number":"+15005550006","properties":{"plan":"free","size":"M"},"location":{"city":"Boston"},
            "last_event_date":"2026-02-01T00:00:00+00:00","subscriptions":{"email":{"marketing":{"can_receive_email_marketing":false,
            "consent":"SUBSCRIBED","suppression":[{"reason":"USER_SUPPRESSED","timestamp":"2026-01-01T00:00:00+00:00"}],"list_suppressions":[]}}}
            """);
        Emulator.Seed("""
            [{"type":"list","id":"L1","attributes":{},"relationships":{"profiles":{"data":[{"type":"profile","id":"P1"},{"type":"profile","id":"P2"}]}}},
             {"type":"list","id":"L2","attributes":{},"relationships":{"profiles":{"data":[
               {"type":"profile","id":"P2","meta":{"joined_group_at":"2025-01-02T00:00:00Z"}}]}}},
             {"type":"push-token","id":"T1","attributes":{"token":"t"},"relationships":{"profile":{"data":{"type":"profile","id":"P2"}}}},
             {"type":"conversation","id":"C1","attributes":{},"relationships":{"profile":{"data":{"type":"profile","id":"P2"}}}},
             {"type":"coupon-code","id":"A-1","attributes":{"unique_code":"1"},"relationships":{"profile":{"data":{"type":"profile","id":"P2"}}}},
             {"type":"event","id":"E1aaaaaaaaa","attributes":{"timestamp":1},"relationships":{"profile":{"data":{"type":"profile","id":"P1"}}}},
             {"type":"event","id":"E2aaaaaaaaa","attributes":{"timestamp":2},"relationships":{"profile":{"data":{"type":"profile","id":"P2"}}}}]
            """);
    }

    internal static string Body(string target, params string[] sources) =>
        "{\"data\":{\"type\":\"profile-merge\",\"id\":\"" + target + "\",\"relationships\":{\"profiles\":{\"data\":["
        + string.Join(',', sources.Select(source => "{\"type\":\"profile\",\"id\":\"" + source + "\"}")) + "]}}}}";
}
