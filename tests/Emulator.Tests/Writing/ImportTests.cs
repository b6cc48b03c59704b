using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Writing;

/// <summary>Imports of profiles are checked as a whole, and report what the account's state refuses.</summary>
public sealed class ImportTests : AsynchronousAccount
{
    private const string Type = "profile-bulk-import-job";
    private const string Path = "/api/profile-bulk-import-jobs";

    [Fact]
    public async Task A_job_is_queued_then_processing_then_complete_and_profiles_exist_from_then_on()
    {
        Answer answer = await Post(Path, Job("", Profile(""" "email":"ada@example.com" """)));
        string job = $"{Path}/{answer.Body.GetProperty("data").GetProperty("id").GetString()}";
        List<string?> states = [answer.Body.GetProperty("data").GetProperty("attributes").GetProperty("status").GetString()];
        List<int> counts = [Emulator.Count("profile")];
        for (int half = 0; half < 2; half++)
        {
            Clock.Advance(ProcessingTime / 2);
            states.Add((await Read(job)).GetProperty("attributes").GetProperty("status").GetString());
            counts.Add(Emulator.Count("profile"));
        }

        states.Should().Equal("queued", "processing", "complete");
        counts.Should().Equal(0, 0, 1);
    }

    [Fact]
    public async Task Profiles_are_created_and_updated_by_any_identifier_and_join_the_lists()
    {
        Emulator.Add("""{"type":"list","id":"L1","attributes":{"name":"A"}}""");
        Emulator.Add("""{"type":"list","id":"L2","attributes":{"name":"B"}}""");
        AddProfile("P1", """ "email":"ada@example.com","first_name":"A","properties":{"size":"M"} """);
        AddProfile("P2", """ "external_id":"b-1" """);

        (JsonElement attributes, string job) = await Complete(Type, Job(
            """ "lists":{"data":[{"type":"list","id":"L1"},{"type":"list","id":"L2"}]} """,
            Profile(""" "email":"ada@example.com","first_name":"Ada","properties":{"plan":"gold"} """),
            Profile(""" "external_id":"b-1","phone_number":"+15005550006" """),
            Profile(""" "email":"new@example.com" """),
            """{"type":"profile","id":"P2","attributes":{"last_name":"B"}}"""));

        ((string[])["total_count", "completed_count", "failed_count"]).Select(name => attributes.GetProperty(name).GetInt32()).Should().Equal(4, 4, 0);
        Attributes("profile", "P1").GetProperty("first_name").GetString().Should().Be("Ada");
        Attributes("profile", "P1").GetProperty("properties").GetRawText().Should().Be("""{"size":"M","plan":"gold"}""");
        Attributes("profile", "P2").GetProperty("last_name").GetString().Should().Be("B");
        Emulator.Count("profile").Should().Be(3);
        foreach (string list in (string[])["L1", "L2"])
        {
            JsonElement[] members = [.. (await Read($"/api/lists/{list}/profiles?filter=greater-than(joined_group_at,2026-08-01T12:03:59Z)")).EnumerateArray()];
            members.Should().HaveCount(3);
        }
        (await Ids(job + "/profiles")).Should().HaveCount(3);
        (await Ids(job + "/lists")).Should().BeEquivalentTo(["L1", "L2"]);
        (await Ids(job + "/import-errors")).Should().BeEmpty();
        HasNoDanglingLinks();
    }

    [Fact]
    public async Task A_profile_with_identifiers_of_two_others_is_an_import_error_with_what_was_sent()
    {
        AddProfile("P1", """ "email":"ada@example.com" """);
        AddProfile("P2", """ "phone_number":"+15005550006" """);
        string conflicting = Profile(""" "email":"ada@example.com","phone_number":"+15005550006" """);

        (JsonElement attributes, string job) = await Complete(Type, Job(
            "", Profile(""" "email":"bob@example.com" """), conflicting, """{"type":"profile","id":"P9","attributes":{}}"""));

        (attributes.GetProperty("completed_count").GetInt32(), attributes.GetProperty("failed_count").GetInt32()).Should().Be((1, 2));
        JsonElement[] errors = [.. (await Read(job + "/import-errors")).EnumerateArray().Select(error => error.GetProperty("attributes"))];
        errors.Select(error => (error.GetProperty("code").GetString(), error.GetProperty("source").GetProperty("pointer").GetString())).Should().BeEquivalentTo(
        [
            ("duplicate_profile", "/data/attributes/profiles/data/1/attributes"), ("not_found", "/data/attributes/profiles/data/2/id"),
        ]);
        JsonElement sent = errors.Single(error => error.GetProperty("code").GetString() == "duplicate_profile").GetProperty("original_payload");
        JsonElement.DeepEquals(sent, JsonElement.Parse(conflicting)).Should().BeTrue();
        Emulator.Count("profile").Should().Be(3);
    }

    [Fact]
    public async Task Import_errors_are_forgotten_with_their_job()
    {
        await Complete(Type, Job("", """{"type":"profile","id":"P9","attributes":{}}"""));
        Emulator.Count("import-error").Should().Be(1);

        Clock.Advance(TimeSpan.FromDays(7));

        (Emulator.Count(Type), Emulator.Count("import-error")).Should().Be((0, 0));
    }

    [Theory]
    [InlineData(""" "email":"ada@" """, "/data/attributes/profiles/data/1/attributes/email")]
    [InlineData(""" "phone_number":"12" """, "/data/attributes/profiles/data/1/attributes/phone_number")]
    [InlineData(""" "first_name":"Ada" """, "/data/attributes/profiles/data/1/attributes")]
    [InlineData(""" "email":5 """, "/data/attributes/profiles/data/1/attributes/email")]
    public async Task One_bad_profile_refuses_all_and_nothing_is_imported(string attributes, string pointer)
    {
        await Refuses(Path, Job("", Profile(""" "email":"ada@example.com" """), Profile(attributes)), pointer);

        (Emulator.Count(Type), Emulator.Count("profile")).Should().Be((0, 0));
    }

    [Fact]
    public async Task A_profile_has_at_most_100_kilobytes_and_a_list_exists()
    {
        string large = Profile($$$$$$$""" "email":"bob@example.com","properties":{"a":"{{{{{{{new string('x', 100_000)}}}}}}}"} """);
        await Refuses(Path, Job("", Profile(""" "email":"ada@example.com" """), large), "/data/attributes/profiles/data/1");
        await Refuses(
            Path, Job(""" "lists":{"data":[{"type":"list","id":"L9"}]} """, Profile(""" "email":"ada@example.com" """)),
            "/data/relationships/lists/data/0/id");

        Emulator.Count("profile").Should().Be(0);
    }

    private static string Profile(string attributes) => $$$$$$$"""{"type":"profile","attributes":{{{{{{{{attributes}}}}}}}}}""";

    private static string Job(string relationships, params string[] profiles) =>
        $$$$$$$"""
        {"data":{"type":"profile-bulk-import-job","attributes":{"profiles":{"data":[{{{{{{{string.Join(',', profiles)}}}}}}}]}},
         "relationships":{{{{{{{{relationships}}}}}}}}}}
        """;
}
