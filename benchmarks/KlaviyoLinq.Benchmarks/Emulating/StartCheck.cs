using System.Diagnostics;

namespace KlaviyoLinq.Benchmarks.Emulating;

/// <summary>Measurement from starting the built emulator to the end of its first answer.</summary>
internal static class StartCheck
{
    private const int Starts = 11;

    /// <param name="Time">The median of the emulator's starts.</param>
    /// <param name="Fastest">The fastest of them: what other work on the machine held up least.</param>
    /// <param name="ProcessorTime">The median of the processor time that the emulator spent.</param>
    /// <param name="Floor">The median of the starts of a server that has nothing to send, until it listens.</param>
    internal readonly record struct Outcome(TimeSpan Time, TimeSpan Fastest, TimeSpan ProcessorTime, TimeSpan Floor);

    internal static async Task<Outcome> RunAsync(int profiles, string target)
    {
        List<TimeSpan> times = [];
        List<TimeSpan> processorTimes = [];
        List<TimeSpan> floors = [];
        for (int i = 0; i < Starts; i++)
        {
            long start = Stopwatch.GetTimestamp();
            using (ServerProcess emulator = await ServerProcess.EmulatorAsync(profiles))
            using (PageWalk walk = new(emulator.Address, target))
            {
                await walk.OnAsync(1);
                times.Add(Stopwatch.GetElapsedTime(start));
                processorTimes.Add(emulator.ProcessorTime);
            }
            start = Stopwatch.GetTimestamp();
            using ServerProcess bare = await ServerProcess.CannedAsync(new Uri("http://127.0.0.1"));
            floors.Add(Stopwatch.GetElapsedTime(start));
        }
        return new Outcome(Median(times), times.Min(), Median(processorTimes), Median(floors));
    }

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}
