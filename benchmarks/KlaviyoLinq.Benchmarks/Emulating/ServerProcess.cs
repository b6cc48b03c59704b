using System.Diagnostics;

namespace KlaviyoLinq.Benchmarks.Emulating;

/// <summary>A server in a process of its own, from its start until it is disposed of.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string Announcement = "listens on ";

    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    internal Uri Address { get; }

    /// <summary>Processor time spent so far, by all threads.</summary>
    internal TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes in memory at this moment.</summary>
    internal long Resident
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The most bytes in memory at any moment so far.</summary>
    internal long ResidentPeak
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>The emulator, built and as it is delivered, with profiles and no events.</summary>
    internal static Task<ServerProcess> EmulatorAsync(int profiles, params string[] more) =>
        StartAsync("KlaviyoLinq.Tool.dll", ["emulator", "--port", "0", "--profiles", $"{profiles}", "--events", "0", .. more]);

    /// <summary>A server that sends the answers of another one, which it has learnt by heart.</summary>
    internal static Task<ServerProcess> CannedAsync(Uri original, params string[] targets) =>
        StartAsync("KlaviyoLinq.Benchmarks.dll", [LearntServer.Command, original.AbsoluteUri, .. targets]);

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Starts a program and waits until it says where it listens.</summary>
    private static async Task<ServerProcess> StartAsync(string program, string[] arguments)
    {
        ProcessStartInfo start = new(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, program), .. arguments])
        {
            RedirectStandardOutput = true,
        };
        Process process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.IndexOf(Announcement, StringComparison.Ordinal) is >= 0 and int at)
                return new ServerProcess(process, new Uri(line[(at + Announcement.Length)..]));
        await process.WaitForExitAsync();
        throw new InvalidOperationException($"{program} ended with {process.ExitCode} instead of listening.");
    }
}
