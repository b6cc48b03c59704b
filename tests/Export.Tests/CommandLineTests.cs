using KlaviyoLinq.Emulator;

namespace KlaviyoLinq.Export.Tests;

/// <summary>Tests of the command line: an impossible export is refused before any request or file.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("events --to x.xls", "'x.xls' ends with neither .csv nor .parquet.")]
    [InlineData("events", "Option '--to' is required.")]
    [InlineData("profiles --to x.csv --columns id,nickname", "Unknown column: nickname. The columns of profiles are: id, email,")]
    [InlineData("profiles --to x.csv --columns id,id", "--columns names no column, or one twice.")]
    [InlineData("profiles --to x.csv --since yesterday", "--since: 'yesterday' is not a date or a time.")]
    [InlineData("profiles --to x.csv --since 2026-02-01 --until 2026-01-01", "--since is not before --until")]
    [InlineData("profiles --to x.parquet --part-rows 0", "--part-rows is at least 1.")]
    [InlineData("lists --to x.csv", "'lists'")]
    [InlineData("profiles --to x.csv", "No API key is set. Set KLAVIYO_API_KEY")]
    public async Task Arguments_that_make_no_sense_are_named(string arguments, string reason)
    {
        using ExportFolder folder = new();

        (int exitCode, _, string errors) = await ExportProcess.RunAsync(
            null, [.. arguments.Split(' ').Select(word => word.StartsWith("x.", StringComparison.Ordinal) ? folder[word] : word)]);

        exitCode.Should().Be(1);
        errors.Replace(folder["x"][..^1], "", StringComparison.Ordinal).Should().Contain(reason).And.NotContain("   at ");
        Directory.GetFileSystemEntries(Path.GetDirectoryName(folder["x"])!).Should().BeEmpty();
    }

    [Fact]
    public async Task A_rejected_key_is_reported_without_the_key()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => options.ApiKeys = ["pk_another"]);
        using ExportFolder folder = new();

        (int exitCode, string output, string errors) = await ExportProcess.RunAsync(emulator, "profiles", "--to", folder["a.csv"]);

        exitCode.Should().Be(1);
        errors.Should().Contain("401");
        (output + errors + await File.ReadAllTextAsync(folder["a.csv.checkpoint"])).Should().NotContain(ExportProcess.Key);
    }

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.parquet")]
    public async Task An_export_is_not_continued_as_another(string name)
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => options.Data = new DataSize { Profiles = 50, Events = 50 });
        using ExportFolder folder = new();
        await ExportProcess.RunAsync(emulator, "profiles", "--to", folder[name], "--columns", "id,email");
        List<string> written = (await WrittenTable.ReadAsync(folder[name])).Rows;
        emulator.ClearRequests();

        foreach (string[] other in new string[][]
            {
                ["profiles", "--columns", "email,id"],
                ["profiles", "--columns", "id,email", "--since", "2025-01-01"],
                ["events", "--columns", "id,email"],
            })
        {
            (int exitCode, _, string errors) = await ExportProcess.RunAsync(emulator, [.. other, "--to", folder[name]]);
            exitCode.Should().Be(1);
            errors.Should().Contain($"{folder[name]} was begun with other arguments (profiles --columns id,email; now: {other[0]}");
        }

        emulator.Requests.Should().BeEmpty();
        (await WrittenTable.ReadAsync(folder[name])).Rows.Should().Equal(written);
    }

    [Fact]
    public async Task Foreign_or_altered_files_are_left_alone()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => options.Data = new DataSize { Profiles = 50, Events = 0 });
        using ExportFolder folder = new();
        await File.WriteAllTextAsync(folder["foreign.csv"], "mine");
        await File.WriteAllTextAsync(folder["file.parquet"], "mine");

        (await ExportProcess.RunAsync(emulator, "profiles", "--to", folder["foreign.csv"])).Errors.Should().Contain("is there already");
        (await ExportProcess.RunAsync(emulator, "profiles", "--to", folder["file.parquet"])).Errors.Should().Contain("is a file");
        (await File.ReadAllTextAsync(folder["foreign.csv"]) + await File.ReadAllTextAsync(folder["file.parquet"])).Should().Be("minemine");

        await ExportProcess.RunAsync(emulator, "profiles", "--to", folder["short.csv"]);
        await File.WriteAllTextAsync(folder["short.csv"], "id");
        (await ExportProcess.RunAsync(emulator, "profiles", "--to", folder["short.csv"])).Errors.Should().Contain("it was altered");

        await ExportProcess.RunAsync(emulator, "profiles", "--to", folder["parts.parquet"], "--page-size", "10", "--part-rows", "10");
        File.Delete(Path.Combine(folder["parts.parquet"], "part-00001.parquet"));
        (await ExportProcess.RunAsync(emulator, "profiles", "--to", folder["parts.parquet"], "--page-size", "10")).Errors.Should()
            .Contain("some were taken away");
    }

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.parquet")]
    public async Task Two_exports_do_not_write_to_one_place(string name)
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => options.Data = new DataSize { Profiles = 250, Events = 0 });
        using ExportFolder folder = new();
        string[] command = ["profiles", "--to", folder[name], "--columns", "id,created"];
        emulator.Faults.On("GET /api/profiles").Call(2).Stall();
        using ExportProcess first = ExportProcess.Start(emulator, command);
        await Patience.UntilAsync(() => first.HasExited || emulator.Requests.Count >= 2);

        (int exitCode, _, string errors) = await ExportProcess.RunAsync(emulator, command);

        exitCode.Should().Be(1);
        errors.Should().Contain("used by another process").And.NotContain("   at ");
        first.Kill();
        await first.EndAsync();
        (await ExportProcess.RunAsync(emulator, command)).ExitCode.Should().Be(0);
        (await WrittenTable.ReadAsync(folder[name])).Rows.Should().Equal(StoredRows.Of(emulator, "profiles", ["id", "created"]));
    }

    [Fact]
    public async Task It_runs_without_a_key_on_an_emulated_account()
    {
        using ExportFolder folder = new();

        (int exitCode, string output, string errors) = await ExportProcess.RunAsync(
            null, "events", "--to", folder["a.parquet"], "--emulated", "--since", "2026-06-01");

        exitCode.Should().Be(0, errors);
        (await WrittenTable.ReadAsync(folder["a.parquet"])).Rows.Should().HaveCountGreaterThan(100);
        output.Should().Contain(" events written to ");
    }
}
