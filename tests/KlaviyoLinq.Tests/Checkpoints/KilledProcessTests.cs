using System.Diagnostics;
using System.Text;
using KlaviyoLinq.Emulator;

namespace KlaviyoLinq.Tests.Checkpoints;

/// <summary>The sample <c>ResumableExport</c>, killed again and again without a chance to tidy up.</summary>
[Collection("alone")]
public sealed class KilledProcessTests
{
    private const int Rows = 900;
    private const int Kills = 8;

    [Fact]
    public async Task A_process_that_is_killed_at_random_moments_loses_and_doubles_nothing()
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options => options.Data = new DataSize { Profiles = Rows });
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Random chance = new(20260715);
        int killed = 0;
        try
        {
            while (await RunAsync(emulator, file, killed < Kills ? chance.Next(1, 2 * Rows / Kills) : int.MaxValue, chance.Next(0, 3)))
                killed++;

            string[] ids = [.. (await File.ReadAllLinesAsync(file)).Select(line => line.Split('\t')[0])];
            ids.Should().OnlyHaveUniqueItems().And.BeEquivalentTo(emulator.Resources("profile").Select(json => json.GetProperty("id").GetString()));
            killed.Should().BeGreaterThanOrEqualTo(3);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Runs the sample until it ends, or until it has written so many lines more.</summary>
    /// <returns>Whether it was killed.</returns>
    private static async Task<bool> RunAsync(KlaviyoEmulator emulator, string file, int lines, int pauses)
    {
        long from = LinesOf(file);
        ProcessStartInfo start = new(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            // With the dependencies of the tests: those of its own that come with ASP.NET Core are not in this folder.
            ArgumentList =
                {
                    "exec", "--depsfile", Beside("KlaviyoLinq.Tests.deps.json"),
                    "--runtimeconfig", Beside("KlaviyoLinq.Tests.runtimeconfig.json"),
                    Beside("ResumableExport.dll"), file,
                },
            RedirectStandardError = true,
        };
        start.Environment["KLAVIYO_BASE_ADDRESS"] = emulator.BaseAddress.AbsoluteUri;
        start.Environment["KLAVIYO_API_KEY"] = "pk_tests";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        bool isKilled;
        try
        {
            await Patience.UntilAsync(() => process.HasExited || LinesOf(file) - from >= lines);
            for (int i = 0; i < pauses; i++)
                await Task.Yield();
            isKilled = !process.HasExited;
        }
        finally
        {
            process.Kill();
        }

        await process.WaitForExitAsync().InTimeAsync();
        if (process.ExitCode == 0)
            return false;
        (await errors).Should().BeEmpty();
        return isKilled ? true : throw new InvalidOperationException($"The sample ended with {process.ExitCode}.");
    }

    private static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, name);

    private static long LinesOf(string file)
    {
        if (!File.Exists(file))
            return 0;
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().Count(c => c == '\n');
    }
}
