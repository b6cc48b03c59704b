namespace KlaviyoLinq.Emulator.Tests.Writing;

/// <summary>Many events are accepted together, and recorded as those that are sent alone.</summary>
public sealed class EventBulkTests : AsynchronousAccount
{
    private const string Path = "/api/event-bulk-create-jobs";
    private const string Client = "/client/event-bulk-create?company_id=ABC123";

    [Fact]
    public async Task Events_of_several_profiles_are_recorded_with_their_profiles()
    {
        await Process(Path, Groups(Group("ada@example.com", Event("1"), Event("2")), Group("bob@example.com", Event("1"))));

        (Emulator.Count("event"), Emulator.Count("profile"), Emulator.Count("metric")).Should().Be((3, 2, 1));
        string ada = (await Ids("/api/profiles?filter=equals(email,\"ada@example.com\")"))[0];
        (await Ids($"/api/events?filter=equals(profile_id,\"{ada}\")")).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_unique_id_of_an_earlier_request_is_recorded_once()
    {
        await Process(Path, Groups(Group("ada@example.com", Event("1"))));
        await Process(Path, Groups(Group("ada@example.com", Event("1"), Event("2"))));
        await Process(Client, One("ada@example.com", Event("2"), Event("3")));
        await Process("/api/events", EventsTests.Event(""" "unique_id":"3" """));

        Emulator.Count("event").Should().Be(3);
    }

    [Fact]
    public async Task A_unique_id_that_a_request_repeats_refuses_all_of_it()
    {
        await Refuses(
            Path, Groups(Group("ada@example.com", Event("1")), Group("ADA@example.com", Event("2"), Event("1"))),
            "/data/attributes/events-bulk-create/data/1/attributes/events/data/1/attributes/unique_id");
        await Refuses(Client, One("ada@example.com", Event("1"), Event("1")), "/data/attributes/events/data/1/attributes/unique_id");

        Emulator.Count("event").Should().Be(0);
    }

    [Fact]
    public async Task One_bad_event_refuses_all_with_its_place()
    {
        string bad = Event("2").Replace("\"unique_id\"", "\"time\":\"1980-01-01T00:00:00Z\",\"unique_id\"");
        await Refuses(
            Path, Groups(Group("ada@example.com", Event("1")), Group("bob@example.com", Event("1"), bad)),
            "/data/attributes/events-bulk-create/data/1/attributes/events/data/1/attributes/time");
        await Refuses(Client, One("ada@example.com", Event("1"), bad), "/data/attributes/events/data/1/attributes/time");
        await Refuses(Path, Groups(Group("ada", Event("1"))), "/data/attributes/events-bulk-create/data/0/attributes/profile/data/attributes/email");

        Emulator.Count("event").Should().Be(0);
        Emulator.Count("profile").Should().Be(0);
    }

    [Fact]
    public async Task At_most_a_thousand_events_are_accepted_of_all_profiles_together()
    {
        string[] half = [.. Enumerable.Range(0, 500).Select(i => Event($"{i}"))];
        await Process(Path, Groups(Group("ada@example.com", half), Group("bob@example.com", half)));
        await Refuses(
            Path, Groups(Group("ada@example.com", half), Group("bob@example.com", half), Group("eve@example.com", Event("1"))),
            "/data/attributes/events-bulk-create/data");
        await Refuses(
            Client, One("eve@example.com", [.. Enumerable.Range(0, 1001).Select(i => Event($"{i}"))]), "/data/attributes/events/data");

        Emulator.Count("event").Should().Be(1000);
    }

    private static string Event(string id) =>
        $$$$$$$"""{"type":"event","attributes":{"properties":{},"unique_id":"{{{{{{{id}}}}}}}","metric":{"data":{"type":"metric","attributes":{"name":"Placed"}}}}}""";

    private static string Group(string email, params string[] events) =>
        $$$$$$$"""{"type":"event-bulk-create","attributes":{{{{{{{Attributes(email, events)}}}}}}}}""";

    private static string Attributes(string email, string[] events) =>
        $$$$$$$"""
        {"profile":{"data":{"type":"profile","attributes":{"email":"{{{{{{{email}}}}}}}"}}},
         "events":{"data":[{{{{{{{string.Join(',', events)}}}}}}}]}}
        """;

    private static string Groups(params string[] groups) =>
        $$$$$$$"""{"data":{"type":"event-bulk-create-job","attributes":{"events-bulk-create":{"data":[{{{{{{{string.Join(',', groups)}}}}}}}]}}}}""";

    private static string One(string email, params string[] events) =>
        $$$$$$$"""{"data":{"type":"event-bulk-create","attributes":{{{{{{{Attributes(email, events)}}}}}}}}}""";
}
