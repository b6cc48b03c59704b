using System.Globalization;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Emulator.Sqlite;

namespace KlaviyoLinq.Tool.Emulating;

/// <summary>Runs an emulator until it is stopped, and reports on the console.</summary>
internal static class EmulatorRun
{
    private const int Remembered = 1000;

    private static readonly string[] _shown = ["profile", "event", "metric", "list", "segment", "campaign", "catalog-item"];

    /// <summary>Runs an emulator.</summary>
    /// <returns>The exit code: 0, or 1 when the emulator could not start.</returns>
    internal static async Task<int> RunAsync(KlaviyoEmulatorOptions options, CancellationToken stopped)
    {
        options.RequestLogCapacity = Remembered;
        try
        {
            return await ServeAsync(options, stopped);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or EmulatorDatabaseException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static async Task<int> ServeAsync(KlaviyoEmulatorOptions options, CancellationToken stopped)
    {
        long start = options.TimeProvider.GetTimestamp();
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options, stopped);
        Console.WriteLine($"Klaviyo emulator, {options.Catalogue}");
        Console.WriteLine($"  listens on {emulator.BaseAddress}");
        foreach (string type in _shown)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {type,-13}{emulator.Count(type),10:N0}"));
        foreach (EmulatorAccount account in emulator.Accounts.Skip(1))
            Console.WriteLine($"  account {account.Name}");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  ready after {options.TimeProvider.GetElapsedTime(start).TotalMilliseconds:N0} ms, {Environment.WorkingSet / (1024 * 1024):N0} MiB"));
        Console.WriteLine("  Open the address in a browser to see what it does; Ctrl+C stops it.");
        TaskCompletionSource stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (stopped.Register(stop.SetResult))
            await stop.Task;
        return 0;
    }
}
