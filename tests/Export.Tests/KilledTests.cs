using KlaviyoLinq.Emulator;

namespace KlaviyoLinq.Export.Tests;

/// <summary>Exports that end in the middle, by whatever means.</summary>
public sealed class KilledTests
{
    private const int Kills = 6;

    [Theory]
    [InlineData("profiles", "killed.csv")]
    [InlineData("profiles", "killed.parquet")]
    [InlineData("events", "killed.csv")]
    [InlineData("events", "killed.parquet")]
    public async Task A_process_that_is_killed_again_and_again_loses_and_doubles_nothing(string resource, string name)
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options =>
        {
            options.Data = new DataSize { Profiles = 900, Events = 900 };
            options.Latency = TimeSpan.FromMilliseconds(3);
        });
        using ExportFolder folder = new();
        Random chance = new(20260715);
        int killed = 0;
        while (await RunAsync(emulator, [resource, "--to", folder[name], "--page-size", "20", "--part-rows", "50"], killed < Kills ? chance : null))
            killed++;

        killed.Should().BeGreaterThanOrEqualTo(3);
        (await WrittenTable.ReadAsync(folder[name])).Rows.Order(StringComparer.Ordinal)
            .Should().Equal(StoredRows.Of(emulator, resource).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("torn.csv")]
    [InlineData("torn.parquet")]
    public async Task Rows_written_but_not_yet_durable_are_removed(string name)
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => options.Data = new DataSize { Profiles = 120, Events = 0 });
        using ExportFolder folder = new();
        string[] command = ["profiles", "--to", folder[name], "--columns", "id,created"];
        await ExportProcess.RunAsync(emulator, command);
        if (name.EndsWith(".csv", StringComparison.Ordinal))
            await File.AppendAllTextAsync(folder[name], "01H47,2026-0");
        else
            await File.WriteAllTextAsync(Path.Combine(folder[name], ".unfinished"), "PAR1");

        (int exitCode, _, _) = await ExportProcess.RunAsync(emulator, command);

        exitCode.Should().Be(0);
        (await WrittenTable.ReadAsync(folder[name])).Rows.Should().Equal(StoredRows.Of(emulator, "profiles", ["id", "created"]));
        if (Directory.Exists(folder[name]))
            Directory.GetFiles(folder[name]).Should().HaveCount(2, "a part and the lock");
    }

    [Theory]
    [InlineData("stopped.csv")]
    [InlineData("stopped.parquet")]
    public async Task An_export_that_is_stopped_keeps_all_that_it_had_and_says_how_to_go_on(string name)
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => options.Data = new DataSize { Profiles = 500, Events = 0 });
        using ExportFolder folder = new();
        string[] command = ["profiles", "--to", folder[name], "--columns", "id,created"];
        EmulatorFault fault = emulator.Faults.On("GET /api/profiles").From(4).Stall();
        using ExportProcess process = ExportProcess.Start(emulator, command);
        await Patience.UntilAsync(() => process.HasExited || emulator.Requests.Count >= 4);

        await process.StopAsync();
        (int exitCode, _, string errors) = await process.EndAsync();

        exitCode.Should().Be(130);
        errors.Should().EndWith("Stopped. The same command goes on from here." + Environment.NewLine);
        fault.Remove();
        emulator.ClearRequests();
        (await ExportProcess.RunAsync(emulator, command)).ExitCode.Should().Be(0);
        emulator.Requests[0].Parameter("page[cursor]").Should().NotBeNull();
        (await WrittenTable.ReadAsync(folder[name])).Rows.Should().Equal(StoredRows.Of(emulator, "profiles", ["id", "created"]));
    }

    [Theory]
    [InlineData("failed.csv")]
    [InlineData("failed.parquet")]
    public async Task A_failure_in_the_middle_is_reported_and_earlier_rows_stay(string name)
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => options.Data = new DataSize { Profiles = 250, Events = 0 });
        using ExportFolder folder = new();
        string[] command = ["profiles", "--to", folder[name], "--columns", "id,created"];
        EmulatorFault fault = emulator.Faults.On("GET /api/profiles").From(3).Respond(400, detail: "No third page.");

        (int exitCode, _, string errors) = await ExportProcess.RunAsync(emulator, command);

        exitCode.Should().Be(1);
        errors.Should().Contain("No third page.").And.NotContain("   at ").And.NotContain(ExportProcess.Key);
        List<string> stored = StoredRows.Of(emulator, "profiles", ["id", "created"]);
        (await WrittenTable.ReadAsync(folder[name])).Rows.Should().Equal(stored.Take(200));

        fault.Remove();
        emulator.ClearRequests();
        (await ExportProcess.RunAsync(emulator, command)).ExitCode.Should().Be(0);
        emulator.Requests.Should().ContainSingle().Which.Parameter("page[cursor]").Should().NotBeNull();
        (await WrittenTable.ReadAsync(folder[name])).Rows.Should().Equal(stored);
    }

    /// <summary>Runs the export to its end, or to a random moment.</summary>
    /// <returns>Whether it was killed.</returns>
    private static async Task<bool> RunAsync(KlaviyoEmulator emulator, string[] arguments, Random? chance)
    {
        int last = emulator.Requests.Count + (chance?.Next(1, 14) ?? int.MaxValue / 2);
        using ExportProcess process = ExportProcess.Start(emulator, arguments);
        await Patience.UntilAsync(() => process.HasExited || emulator.Requests.Count >= last);
        if (chance is not null)
            await Task.Delay(chance.Next(0, 12));
        bool isKilled = !process.HasExited;
        if (isKilled)
            process.Kill();

        (int exitCode, _, string errors) = await process.EndAsync();
        if (exitCode == 0)
            return false;
        return isKilled ? true : throw new InvalidOperationException($"The export ended with {exitCode}: {errors}");
    }
}
