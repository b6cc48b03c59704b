using System.Diagnostics;

namespace KlaviyoLinq.Benchmarks.Measuring;

/// <summary>One of the ways of doing a piece of work that are compared with each other.</summary>
/// <param name="name">What the table calls it.</param>
/// <param name="work">The work, once.</param>
internal sealed class Candidate(string name, Func<ValueTask> work)
{
    private readonly List<double> _times = [];
    private readonly List<double> _bytes = [];
    private readonly List<double> _processor = [];

    internal string Name { get; } = name;

    internal Func<ValueTask> Work => work;

    /// <summary>Number of repetitions in one round, so that a round is long enough for the clock.</summary>
    internal int Repetitions { get; private set; } = 1;

    /// <summary>Seconds for the work once: the first quartile of the rounds, which other load on the machine disturbs least.</summary>
    internal double Time => FirstQuartile(_times);

    /// <summary>Seconds of processor time for the work once: the first quartile of the rounds.</summary>
    internal double ProcessorTime => FirstQuartile(_processor);

    /// <summary>Bytes that the work allocates once: the first quartile of the rounds.</summary>
    internal double Bytes => FirstQuartile(_bytes);

    internal async ValueTask CalibrateAsync(TimeSpan round)
    {
        while (true)
        {
            long start = Stopwatch.GetTimestamp();
            await RepeatAsync();
            TimeSpan taken = Stopwatch.GetElapsedTime(start);
            if (taken >= round / 2 || Repetitions >= 1 << 24)
                return;
            Repetitions = Math.Max(Repetitions * 2, (int)Math.Min(Repetitions * 16d, Repetitions * (round / taken)));
        }
    }

    internal async ValueTask MeasureAsync()
    {
        long bytesBefore = GC.GetAllocatedBytesForCurrentThread();
        int thread = Environment.CurrentManagedThreadId;
        long totalBefore = GC.GetTotalAllocatedBytes();
        TimeSpan processorBefore = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        await RepeatAsync();
        double taken = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double processor = (Environment.CpuUsage.TotalTime - processorBefore).TotalSeconds;

        // Work that stays on its thread is counted to the byte; work that waits is counted for the whole process.
        long bytes = thread == Environment.CurrentManagedThreadId && IsSynchronous
            ? GC.GetAllocatedBytesForCurrentThread() - bytesBefore
            : GC.GetTotalAllocatedBytes(precise: true) - totalBefore;
        _times.Add(taken / Repetitions);
        _processor.Add(processor / Repetitions);
        _bytes.Add((double)bytes / Repetitions);
    }

    private bool IsSynchronous { get; set; } = true;

    private async ValueTask RepeatAsync()
    {
        for (int i = 0; i < Repetitions; i++)
        {
            ValueTask once = work();
            if (once.IsCompletedSuccessfully)
                continue;
            IsSynchronous = false;
            await once;
        }
    }

    private static double FirstQuartile(List<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[(sorted.Length - 1) / 4];
    }
}
