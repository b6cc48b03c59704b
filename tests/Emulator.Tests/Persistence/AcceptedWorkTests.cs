using KlaviyoLinq.Emulator.Sqlite;
using Microsoft.Data.Sqlite;

namespace KlaviyoLinq.Emulator.Tests.Persistence;

/// <summary>Effects of accepted requests on people and events are found again after a restart.</summary>
public sealed class AcceptedWorkTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("klaviyo-emulator-").FullName;
    private readonly EmulatorClock _clock = EmulatorClock.Standing(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Events_consents_imports_and_merges_survive_a_restart()
    {
        List<string> before;
        await using (KlaviyoEmulator emulator = await Start())
        {
            emulator.Add("""{"type":"list","id":"L1","attributes":{"name":"A","opt_in_process":"single_opt_in"}}""");
            using EmulatorClient client = new(emulator);
            await Process(client, "/api/profile-bulk-import-jobs", """
                {"data":{"type":"profile-bulk-import-job","attributes":{"profiles":{"data":[
                  {"type":"profile","attributes":{"email":"ada@example.com"}},{"type":"profile","attributes":{"email":"bob@example.com"}},
                  {"type":"profile","id":"P9","attributes":{}}]}},"relationships":{"lists":{"data":[{"type":"list","id":"L1"}]}}}}
                """);
            await Process(client, "/api/events", Event("ada@example.com", "1"));
            await Process(client, "/client/events?company_id=ABC123", Event("bob@example.com", "2"));
            await Process(client, "/api/profile-suppression-bulk-create-jobs", """
                {"data":{"type":"profile-suppression-bulk-create-job","attributes":{},"relationships":{"list":{"data":{"type":"list","id":"L1"}}}}}
                """);
            string[] people = [.. emulator.Resources("profile").Select(profile => profile.GetProperty("id").GetString()!)];
            await Process(client, "/api/profile-merge", Writing.MergeTests.Body(people[0], people[1]));
            before = Everything(emulator);
        }

        await using KlaviyoEmulator again = await Start();

        Everything(again).Should().Equal(before);
        (again.Count("profile"), again.Count("event"), again.Count("import-error")).Should().Be((1, 2, 1));
    }

    [Fact]
    public async Task A_key_of_an_event_is_known_after_a_restart()
    {
        await using (KlaviyoEmulator first = await Start())
        {
            using EmulatorClient client = new(first);
            await Process(client, "/api/events", Event("ada@example.com", "1"));
        }

        await using KlaviyoEmulator again = await Start();
        using EmulatorClient other = new(again);
        await Process(other, "/api/events", Event("ada@example.com", "1"));
        await Process(other, "/api/events", Event("ada@example.com", "2"));

        (again.Count("event"), again.Count("profile")).Should().Be((2, 1));
        again.Resources("event").Select(recorded => recorded.GetProperty("attributes").GetProperty("uuid").GetString()).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Import_errors_of_before_and_after_a_restart_are_kept_apart()
    {
        const string Job =
            """
            {"data":{"type":"profile-bulk-import-job","attributes":{"profiles":{"data":[{"type":"profile","id":"P9","attributes":{}}]}}}}
            """;
        for (int run = 0; run < 2; run++)
        {
            await using KlaviyoEmulator emulator = await Start();
            using EmulatorClient client = new(emulator);
            await Process(client, "/api/profile-bulk-import-jobs", Job);

            emulator.Count("import-error").Should().Be(run + 1);
        }
    }

    [Fact]
    public async Task A_visitor_is_known_after_a_restart()
    {
        await using (KlaviyoEmulator first = await Start())
        {
            using EmulatorClient client = new(first);
            await Process(client, "/client/profiles?company_id=ABC123", """{"data":{"type":"profile","attributes":{"anonymous_id":"v-1"}}}""");
        }

        await using KlaviyoEmulator again = await Start();
        using EmulatorClient other = new(again);
        await Process(
            other, "/client/profiles?company_id=ABC123", """{"data":{"type":"profile","attributes":{"anonymous_id":"v-1","email":"ada@example.com"}}}""");

        again.Resources("profile").Should().ContainSingle().Which.GetProperty("attributes").GetProperty("email").GetString().Should().Be("ada@example.com");
    }

    [Fact]
    public async Task What_was_accepted_and_not_yet_processed_is_found_after_a_restart()
    {
        await using (KlaviyoEmulator first = await Start())
        {
            using EmulatorClient client = new(first);
            await client.Send("POST", "/api/events", Event("ada@example.com", "1"));
            first.Count("event").Should().Be(0);
        }

        await using KlaviyoEmulator again = await Start();

        again.Count("event").Should().Be(1);
    }

    private Task<KlaviyoEmulator> Start() => KlaviyoEmulator.StartAsync(options =>
    {
        options.Data = DataSize.Empty;
        options.TimeProvider = _clock;
        options.ProcessingTime = TimeSpan.FromMinutes(1);
        options.UseSqlite(Path.Combine(_folder, "klaviyo.db"));
    });

    private async Task Process(EmulatorClient client, string path, string json)
    {
        Answer answer = await client.Send("POST", path, json);
        ((int)answer.Status).Should().BeInRange(201, 202, "{0}", answer.Body);
        _clock.Advance(TimeSpan.FromMinutes(1));
    }

    private static List<string> Everything(KlaviyoEmulator emulator) =>
    [
        .. ((string[])["profile", "event", "metric", "list", "import-error", "profile-bulk-import-job", "profile-suppression-bulk-create-job"])
            .SelectMany(emulator.Resources).Select(resource => resource.GetRawText()),
    ];

    private static string Event(string email, string id) => Writing.EventsTests.Event($" \"unique_id\":\"{id}\" ", email: email);
}
