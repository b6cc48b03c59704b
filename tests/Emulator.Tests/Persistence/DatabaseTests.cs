using System.Diagnostics;
using System.Text;
using KlaviyoLinq.Emulator.Sqlite;
using Microsoft.Data.Sqlite;

namespace KlaviyoLinq.Emulator.Tests.Persistence;

[Trait("Category", "Culture")]
public sealed class DatabaseTests : IDisposable
{
    private static readonly DataSize _some = new() { Profiles = 60, Events = 80 };

    private readonly string _folder = Directory.CreateTempSubdirectory("klaviyo-emulator-").FullName;

    private string File => Path.Combine(_folder, "klaviyo.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Everything_survives_a_restart_in_its_order()
    {
        List<string> before;
        string page;
        await using (KlaviyoEmulator emulator = await Start())
        {
            Change(emulator.DefaultAccount);
            before = Everything(emulator.DefaultAccount);
            page = await Page(emulator);
        }

        await using KlaviyoEmulator again = await Start(o => (o.Data, o.RandomSeed) = (DataSize.Empty, 99));

        Everything(again.DefaultAccount).Except(before).Should().BeEmpty();
        Everything(again.DefaultAccount).SequenceEqual(before).Should().BeTrue("the order is kept");
        (await Page(again)).Should().Be(page);
    }

    [Fact]
    public async Task Changes_made_after_a_restart_survive_the_next_one()
    {
        await using (KlaviyoEmulator first = await Start())
            first.Count("profile").Should().Be(60);
        List<string> before;
        await using (KlaviyoEmulator second = await Start())
        {
            Change(second.DefaultAccount);
            before = Everything(second.DefaultAccount);
        }

        await using (KlaviyoEmulator third = await Start())
        {
            Everything(third.DefaultAccount).Except(before).Should().BeEmpty();
        Everything(third.DefaultAccount).SequenceEqual(before).Should().BeTrue("the order is kept");
            third.Clear();
        }

        await using KlaviyoEmulator last = await Start();
        Everything(last.DefaultAccount).Should().BeEmpty("an account that was emptied is not filled again");
    }

    [Fact]
    public async Task Accounts_are_kept_apart()
    {
        Action<KlaviyoEmulatorOptions> two = o =>
            o.Accounts.Add(new EmulatorAccountOptions("other") { Data = new DataSize { Profiles = 5, Events = 0 }, RandomSeed = 3 });
        List<string> mine, others;
        await using (KlaviyoEmulator emulator = await Start(two))
        {
            emulator.Account("other").Seed("""{"type":"metric","id":"M9","attributes":{"name":"x"}}""");
            (mine, others) = (Everything(emulator.DefaultAccount), Everything(emulator.Account("other")));
        }

        await using KlaviyoEmulator again = await Start(two);

        Everything(again.DefaultAccount).Should().Equal(mine);
        Everything(again.Account("other")).Should().Equal(others).And.NotEqual(mine);
    }

    [Fact]
    public async Task A_process_that_is_killed_leaves_the_file_as_it_was_after_the_last_change()
    {
        Uri address;
        using (Process process = StartProgram())
        {
            address = new Uri(await AddressOf(process));
            using HttpClient http = new() { BaseAddress = address };
            (await http.GetAsync("/api/profiles")).StatusCode.Should().Be(System.Net.HttpStatusCode.Unauthorized);
            process.Kill();
            await process.WaitForExitAsync().InTimeAsync();
        }

        await using KlaviyoEmulator again = await Start(o => o.Data = DataSize.Empty);

        again.Count("profile").Should().Be(25);
        await using KlaviyoEmulator same = await KlaviyoEmulator.StartAsync(o => (o.Data, o.RandomSeed) = (new DataSize { Profiles = 25, Events = 10 }, 5));
        Everything(again.DefaultAccount).Should().Equal(Everything(same.DefaultAccount));
    }

    [Fact]
    public async Task Many_threads_may_change_an_account_at_once()
    {
        List<string> before;
        await using (KlaviyoEmulator emulator = await Start(o => o.Data = DataSize.Empty))
        {
            await Parallel.ForAsync(0, 200, (i, _) =>
            {
                emulator.Add(
                    """{"type":"profile","id":"P#","attributes":{},"relationships":{"lists":{"data":[{"type":"list","id":"L%"}]}}}"""
                        .Replace("#", $"{i}").Replace("%", $"{i % 5}"));
                emulator.Add("""{"type":"list","id":"L%","attributes":{}}""".Replace("%", $"{i % 5}"));
                emulator.Remove("profile", $"P{i - 50}");
                return ValueTask.CompletedTask;
            });
            before = Everything(emulator.DefaultAccount);
        }

        await using KlaviyoEmulator again = await Start();

        before.Should().HaveCountGreaterThan(50);
        Everything(again.DefaultAccount).SequenceEqual(before).Should().BeTrue();
    }

    [Fact]
    public async Task Links_to_what_comes_later_survive_a_restart()
    {
        await using (KlaviyoEmulator first = await Start(o => o.Data = DataSize.Empty))
            first.Add("""{"type":"profile","id":"P1","attributes":{},"relationships":{"lists":{"data":[{"type":"list","id":"L1","meta":{"joined_group_at":"2026-01-02T00:00:00Z"}}]}}}""");
        await using KlaviyoEmulator second = await Start();

        second.Add("""{"type":"list","id":"L1","attributes":{}}""");

        second.Resources("list").Single().GetProperty("relationships").GetProperty("profiles").GetRawText()
            .Should().Be("""{"data":[{"type":"profile","id":"P1","meta":{"joined_group_at":"2026-01-02T00:00:00Z"}}]}""");
    }

    [Fact]
    public async Task Two_emulators_do_not_share_a_file()
    {
        await using KlaviyoEmulator first = await Start();

        await Refused("is in use by another emulator.");
    }

    [Fact]
    public async Task A_file_that_is_not_a_database_is_refused_and_left_alone()
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Dear diary, today I was nearly overwritten. ", 300)));
        await System.IO.File.WriteAllBytesAsync(File, text);

        await Refused("is not a SQLite database.");

        (await System.IO.File.ReadAllBytesAsync(File)).Should().Equal(text);
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_left_alone()
    {
        Sql("CREATE TABLE diary (entry TEXT); INSERT INTO diary VALUES ('today')");

        await Refused("belongs to another program.");

        Sql("SELECT entry FROM diary").Should().Be("today");
        Sql("SELECT count(*) FROM sqlite_master").Should().Be(1L);
    }

    [Theory]
    [InlineData(
        "UPDATE resources SET type = 'shoe' WHERE type = 'metric'",
        "holds something that is not a resource of this catalogue (shoe *): The catalogue has no resource type 'shoe'.")]
    [InlineData(
        "UPDATE resources SET members = CAST('{\"attributes\":' AS BLOB) WHERE type = 'metric'",
        "holds something that is not a resource of this catalogue (metric *")]
    [InlineData(
        "UPDATE relationships SET name = 'shoes' WHERE type = 'profile'",
        "holds something that is not a resource of this catalogue (profile *): There is no profile '*' with a relationship 'shoes'.")]
    [InlineData("PRAGMA user_version = 2", "was written by another version of the emulator.")]
    public async Task The_files_content_must_match(string damage, string message)
    {
        await (await Start()).DisposeAsync();
        Sql(damage);

        await Refused(message);
    }

    [Fact]
    public async Task A_damaged_file_is_refused()
    {
        await (await Start()).DisposeAsync();
        using (FileStream stream = System.IO.File.OpenWrite(File))
        {
            stream.Position = 3 * 4096;
            stream.Write(new byte[20 * 4096]);
        }

        await Refused("is damaged. Delete it, or restore a copy.");
    }

    [Fact]
    public Task A_folder_that_does_not_exist_is_reported() =>
        Refused("cannot be used: *unable to open database file*", Path.Combine(_folder, "nowhere", "x.db"));

    private async Task Refused(string message, string? file = null)
    {
        Func<Task> start = () => Start(o => o.UseSqlite(file ?? File));
        EmulatorDatabaseException refusal = (await start.Should().ThrowAsync<EmulatorDatabaseException>()).Which;
        refusal.Message.Should().Match($"The database '{file ?? File}' {message}*");
        refusal.File.Should().Be(file ?? File);
    }

    private Task<KlaviyoEmulator> Start(Action<KlaviyoEmulatorOptions>? configure = null) => KlaviyoEmulator.StartAsync(o =>
    {
        o.UseSqlite(File).Data = _some;
        configure?.Invoke(o);
    });

    /// <summary>Adds, replaces and removes something of everything that is related at both ends.</summary>
    private static void Change(EmulatorAccount account)
    {
        account.Remove("profile", account.Resources("profile")[3].GetProperty("id").GetString()!).Should().BeTrue();
        account.Remove("list", "Y6nRLr").Should().BeTrue();
        account.Add("""{"type":"list","id":"L1","attributes":{"name":"Größe \"x\""},"relationships":{"profiles":{"data":[{"type":"profile","id":"P1","meta":{"joined_group_at":"2026-01-02T03:04:05Z"}}]}}}""");
        account.Add(account.Resources("campaign")[2]);
        account.Seed("""[{"type":"profile","id":"P1","attributes":{"email":"a@example.com"}},{"type":"tag","id":"T1","attributes":{},"relationships":{"tag-group":{"data":{"type":"tag-group","id":"G1"}}}}]""");
        account.Generate(new DataSize { Profiles = 4, Events = 3 }, seed: 12);
    }

    private static List<string> Everything(EmulatorAccount account) =>
        [.. KlaviyoCatalogue.Newest.Resources.SelectMany(r => account.Resources(r.Type)).Select(r => r.GetRawText())];

    private static async Task<string> Page(KlaviyoEmulator emulator)
    {
        using EmulatorClient client = new(emulator);
        string text = await client.Http.GetStringAsync("/api/profiles?page[size]=100&additional-fields[profile]=subscriptions");
        return text.Replace(emulator.BaseAddress.ToString(), "");
    }

    private object? Sql(string sql)
    {
        using SqliteConnection connection = new($"Data Source={File};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private Process StartProgram() => Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList =
        {
            Path.Combine(AppContext.BaseDirectory, "KlaviyoLinq.Tool.dll"),
            "emulator", "--profiles", "25", "--events", "10", "--seed", "5", "--database", File,
        },
        RedirectStandardOutput = true,
    })!;

    private static async Task<string> AddressOf(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.Contains("http://", StringComparison.Ordinal))
                return line[line.IndexOf("http://", StringComparison.Ordinal)..].Trim();
        throw new InvalidOperationException("The program never listened.");
    }
}
