namespace KlaviyoLinq.Emulator.Reporting.Events;

/// <summary>Count of one kind in a tally.</summary>
internal sealed class TallyEntry
{
    internal int Count { get; set; }

    internal decimal Sum { get; set; }

    internal HashSet<string> Profiles { get; } = new(StringComparer.Ordinal);
}
