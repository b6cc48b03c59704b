using System.Net;
using System.Text.Json;
using KlaviyoLinq.Emulator.Sqlite;
using Microsoft.Data.Sqlite;

namespace KlaviyoLinq.Emulator.Tests.Persistence;

/// <summary>An account that is opened again goes on as if it had not been closed.</summary>
public sealed class RestartedAccountTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("klaviyo-emulator-").FullName;
    private readonly EmulatorClock _clock = EmulatorClock.Standing(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero));

    private string File => Path.Combine(_folder, "klaviyo.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_id_of_a_resource_that_was_deleted_is_not_given_out_again_after_any_start()
    {
        List<string> ids = [];
        for (int start = 0; start < 4; start++)
            ids.Add(await InAccount(CreateAndDelete));

        ids.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_file_whose_starts_were_not_counted_gives_out_other_ids_too()
    {
        string first = await InAccount(CreateAndDelete);
        await using (SqliteConnection file = new($"Data Source={File};Pooling=False"))
        {
            await file.OpenAsync();
            await using SqliteCommand command = file.CreateCommand();
            command.CommandText = "DROP TABLE starts";
            await command.ExecuteNonQueryAsync();
        }

        string[] later = [await InAccount(CreateAndDelete), await InAccount(CreateAndDelete)];

        later.Append(first).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_new_file_gives_out_the_ids_of_an_account_in_memory()
    {
        await using KlaviyoEmulator memory = await KlaviyoEmulator.StartAsync(options => (options.Data, options.TimeProvider) = (DataSize.Empty, _clock));
        using EmulatorClient client = new(memory);

        (await InAccount(CreateAndDelete)).Should().Be(await CreateAndDelete(client));
    }

    [Fact]
    public async Task A_campaign_that_was_scheduled_is_sent_at_its_moment_and_not_when_the_account_is_closed()
    {
        await InAccount(async client =>
        {
            await client.Send("POST", "/api/campaigns", Campaign);
            string id = (await client.Ids("/api/campaigns?filter=equals(messages.channel,'email')")).Single();
            Answer answer = await client.Send("POST", "/api/campaign-send-jobs", $$$"""{"data":{"type":"campaign-send-job","id":"{{{id}}}"}}""");
            answer.Status.Should().Be(HttpStatusCode.Accepted);
            return id;
        });

        string reopened = await InAccount(Status);
        _clock.Advance(TimeSpan.FromDays(2));
        string later = await InAccount(Status);

        (reopened, later).Should().Be(("Scheduled", "Sent"));
    }

    private const string Campaign =
        """
        {"data":{"type":"campaign","attributes":{"name":"Autumn","audiences":{"included":["L"]},
         "send_strategy":{"method":"static","datetime":"2026-09-02T12:00:00+00:00","options":{"is_local":false}},
         "campaign-messages":{"data":[{"type":"campaign-message","attributes":{"definition":{"channel":"email","label":"A"}}}]}}}}
        """;

    private static async Task<string> Status(EmulatorClient client) =>
        (await client.Rows("/api/campaigns?filter=equals(messages.channel,'email')")).Single().GetProperty("attributes").GetProperty("status").GetString()!;

    private static async Task<string> CreateAndDelete(EmulatorClient client)
    {
        Answer answer = await client.Send("POST", "/api/lists", """{"data":{"type":"list","attributes":{"name":"L"}}}""");
        string id = answer.Body.GetProperty("data").GetProperty("id").GetString()!;
        (await client.Send("DELETE", "/api/lists/" + id)).Status.Should().Be(HttpStatusCode.NoContent);
        return id;
    }

    private async Task<T> InAccount<T>(Func<EmulatorClient, Task<T>> action)
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options =>
        {
            options.Data = DataSize.Empty;
            options.TimeProvider = _clock;
            options.UseSqlite(File);
        });
        using EmulatorClient client = new(emulator);
        return await action(client);
    }
}
