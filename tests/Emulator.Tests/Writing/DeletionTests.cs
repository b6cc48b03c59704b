namespace KlaviyoLinq.Emulator.Tests.Writing;

/// <summary>A deletion removes a profile with everything that is about it.</summary>
public sealed class DeletionTests : AsynchronousAccount
{
    private const string Path = "/api/data-privacy-deletion-jobs";

    [Theory]
    [InlineData(""" "id":"P1","attributes":{} """)]
    [InlineData(""" "attributes":{"email":"ADA@example.com"} """)]
    [InlineData(""" "attributes":{"phone_number":"+15005550006"} """)]
    public async Task A_profile_disappears_with_its_events_memberships_tokens_and_conversations(string profile)
    {
        AddPeople();
        Answer answer = await Post(Path, Job(profile));
        bool atOnce = Emulator.DefaultAccount.Contains("profile", "P1");
        Clock.Advance(ProcessingTime);

        answer.Status.Should().Be(System.Net.HttpStatusCode.Accepted);
        atOnce.Should().BeTrue();
        (await Ids("/api/profiles")).Should().Equal("P2");
        (await Ids("/api/events")).Should().Equal("E2aaaaaaaaa");
        (await Ids("/api/lists/L1/profiles")).Should().Equal("P2");
        (Emulator.Count("push-token"), Emulator.Count("conversation")).Should().Be((0, 0));
        Related(Emulator.Resources("coupon-code").Single(), "profile").Should().BeEmpty();
        HasNoDanglingLinks();
    }

    [Fact]
    public async Task An_identifier_that_no_profile_has_is_accepted_and_deletes_nothing()
    {
        AddPeople();
        await Process(Path, Job(""" "attributes":{"email":"eve@example.com"} """));

        Emulator.Count("profile").Should().Be(2);
    }

    [Theory]
    [InlineData(""" "attributes":{} """)]
    [InlineData(""" "id":"P1","attributes":{"email":"ada@example.com"} """)]
    [InlineData(""" "attributes":{"email":"ada@example.com","phone_number":"+15005550006"} """)]
    public async Task Exactly_one_identifier_is_required(string profile)
    {
        AddPeople();
        await Refuses(Path, Job(profile), "/data/attributes/profile/data");

        Emulator.Count("profile").Should().Be(2);
    }

    private void AddPeople()
    {
        AddProfile("P1", """ "email":"ada@example.com","phone_number":"+15005550006" """);
        AddProfile("P2", """ "email":"bob@example.com" """);
        Emulator.Seed("""
            [{"type":"list","id":"L1","attributes":{},"relationships":{"profiles":{"data":[{"type":"profile","id":"P1"},{"type":"profile","id":"P2"}]}}},
             {"type":"push-token","id":"T1","attributes":{"token":"t"},"relationships":{"profile":{"data":{"type":"profile","id":"P1"}}}},
             {"type":"conversation","id":"C1","attributes":{},"relationships":{"profile":{"data":{"type":"profile","id":"P1"}}}},
             {"type":"coupon-code","id":"A-1","attributes":{"unique_code":"1"},"relationships":{"profile":{"data":{"type":"profile","id":"P1"}}}},
             {"type":"event","id":"E1aaaaaaaaa","attributes":{"timestamp":1},"relationships":{"profile":{"data":{"type":"profile","id":"P1"}}}},
             {"type":"event","id":"E2aaaaaaaaa","attributes":{"timestamp":2},"relationships":{"profile":{"data":{"type":"profile","id":"P2"}}}},
             {"type":"review","id":"1","attributes":{},"relationships":{"events":{"data":[{"type":"event","id":"E1aaaaaaaaa"}]}}}]
            """);
    }

    private static string Job(string profile) =>
        "{\"data\":{\"type\":\"data-privacy-deletion-job\",\"attributes\":{\"profile\":{\"data\":{\"type\":\"profile\"," + profile + "}}}}}";
}
