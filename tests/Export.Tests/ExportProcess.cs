using System.Diagnostics;
using System.Globalization;
using KlaviyoLinq.Emulator;

namespace KlaviyoLinq.Export.Tests;

/// <summary>The sample as a process of its own.</summary>
internal sealed class ExportProcess : IDisposable
{
    internal const string Key = "pk_0123456789abcdef0123456789abcdef01";

    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private ExportProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    internal bool HasExited => _process.HasExited;

    internal static ExportProcess Start(KlaviyoEmulator? emulator, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // With the dependencies of the tests: those of its own need not all be in this folder.
        foreach (string argument in (IEnumerable<string>)[
                "exec", "--depsfile", Beside("KlaviyoLinq.Export.Tests.deps.json"), "--runtimeconfig",
                Beside("KlaviyoLinq.Export.Tests.runtimeconfig.json"), Beside("Export.dll"), .. arguments
            ])
            start.ArgumentList.Add(argument);
        start.Environment.Remove("KLAVIYO_API_KEY");
        if (emulator is not null)
        {
            start.Environment["KLAVIYO_API_KEY"] = Key;
            start.Environment["KLAVIYO_BASE_ADDRESS"] = emulator.BaseAddress.AbsoluteUri;
        }

        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        return new ExportProcess(Process.Start(start)!);
    }

    /// <summary>Runs it to its end.</summary>
    internal static async Task<(int ExitCode, string Output, string Errors)> RunAsync(KlaviyoEmulator? emulator, params string[] arguments)
    {
        using ExportProcess process = Start(emulator, arguments);
        return await process.EndAsync();
    }

    /// <summary>SIGKILL: without a chance to tidy up.</summary>
    internal void Kill() => _process.Kill();

    /// <summary>SIGTERM: what a service manager sends; Ctrl+C (SIGINT) means the same to the program.</summary>
    internal async Task StopAsync()
    {
        using Process kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync().InTimeAsync();
    }

    internal async Task<(int ExitCode, string Output, string Errors)> EndAsync()
    {
        await _process.WaitForExitAsync().InTimeAsync(_longest);
        return (_process.ExitCode, await _output, await _errors);
    }

    private static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, name);

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
