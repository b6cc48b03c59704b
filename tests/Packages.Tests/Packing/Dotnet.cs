using System.Diagnostics;

namespace KlaviyoLinq.Packages.Tests.Packing;

/// <summary>Runs programs as a person would: <c>dotnet …</c> in a folder, and what was built by it.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(10);

    /// <summary>Environment variables that the SDK sets for its own processes and that other processes must not inherit.</summary>
    private static readonly string[] _inherited =
        [
            "MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly", "TestResultsFolder", "CI",
            "Configuration", "Version"
        ];

    /// <summary>Runs <c>dotnet</c> to its end and gives what it wrote.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message is what it wrote.</exception>
    internal static async Task<string> RunAsync(string folder, params IEnumerable<string> arguments)
    {
        (int code, string output) = await TryAsync(folder, "dotnet", arguments);
        return code == 0 ? output : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {code}:\n{output}");
    }

    /// <summary>Runs a program to its end and gives its exit code and what it wrote to either stream.</summary>
    internal static async Task<(int Code, string Output)> TryAsync(string folder, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string name in _inherited)
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(_patience);
        Task<string> output = process.StandardOutput.ReadToEndAsync(patience.Token);
        Task<string> errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            string text = await output + await errors;
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, text);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', start.ArgumentList)} did not end within {_patience}.");
        }
    }
}
