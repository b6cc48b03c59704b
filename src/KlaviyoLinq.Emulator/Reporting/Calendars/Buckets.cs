namespace KlaviyoLinq.Emulator.Reporting.Calendars;

/// <summary>Buckets of a range of time.</summary>
/// <param name="Starts">The starts of the buckets in UTC ticks, ascending. The first can lie before <paramref name="From"/>.</param>
/// <param name="From">The start of the range, which belongs to it.</param>
/// <param name="To">The end of the range, which does not belong to it.</param>
internal sealed record Buckets(long[] Starts, long From, long To)
{
    internal int Count => Starts.Length;

    /// <summary>The end of a bucket: the start of the next one, or that of the range.</summary>
    internal long EndOf(int bucket) => bucket + 1 < Count ? Starts[bucket + 1] : To;

    /// <summary>The bucket of an instant of the range.</summary>
    internal int Of(long ticks) => Array.BinarySearch(Starts, ticks) is >= 0 and int at ? at : ~Array.BinarySearch(Starts, ticks) - 1;
}
