using System.Diagnostics;

namespace KlaviyoLinq.Benchmarks.Emulating;

/// <summary>How long it takes from starting the built emulator to the end of its first answer.</summary>
internal static class StartCheck
{
    private const int Starts = 11;

    /// <summary>The median time, and the median of the processor time spent, over some starts.</summary>
    internal static async Task<(TimeSpan Time, TimeSpan ProcessorTime)> RunAsync(int profiles, string target)
    {
        List<TimeSpan> times = [];
        List<TimeSpan> processorTimes = [];
        for (int i = 0; i < Starts; i++)
        {
            long start = Stopwatch.GetTimestamp();
            using ServerProcess emulator = await ServerProcess.EmulatorAsync(profiles);
            using PageWalk walk = new(emulator.Address, target);
            await walk.OnAsync(1);
            times.Add(Stopwatch.GetElapsedTime(start));
            processorTimes.Add(emulator.ProcessorTime);
        }
        return (Median(times), Median(processorTimes));
    }

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}
