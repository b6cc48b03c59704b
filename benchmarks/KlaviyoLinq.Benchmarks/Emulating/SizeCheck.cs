using System.Diagnostics;

namespace KlaviyoLinq.Benchmarks.Emulating;

/// <summary>Measurement of the emulator's memory for an account, and of the time to fill it.</summary>
/// <param name="Filling">From starting the program until it listens.</param>
/// <param name="Resident">Bytes in memory after pages in two orders have been sent.</param>
/// <param name="Peak">The most bytes in memory until then.</param>
internal sealed record SizeCheck(TimeSpan Filling, long Resident, long Peak)
{
    /// <param name="profiles">How many profiles the account has.</param>
    /// <param name="targets">First pages, each in an order of its own; ten pages are read from each.</param>
    internal static async Task<SizeCheck> RunAsync(int profiles, params string[] targets)
    {
        long start = Stopwatch.GetTimestamp();
        using ServerProcess emulator = await ServerProcess.EmulatorAsync(profiles);
        TimeSpan filling = Stopwatch.GetElapsedTime(start);
        foreach (string target in targets)
        {
            using PageWalk walk = new(emulator.Address, target);
            await walk.OnAsync(10);
        }
        return new SizeCheck(filling, emulator.Resident, emulator.ResidentPeak);
    }
}
