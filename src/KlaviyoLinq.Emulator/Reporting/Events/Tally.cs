namespace KlaviyoLinq.Emulator.Reporting.Events;

/// <summary>Counts of what happened in one group and bucket, by kind.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, TallyEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>Tally in which nothing was counted. It is never added to.</summary>
    internal static Tally Empty { get; } = new();

    /// <summary>Counts an event.</summary>
    /// <param name="kind">The kind of the event.</param>
    /// <param name="profile">The id of its profile; null without one.</param>
    /// <param name="amount">The amount to add up.</param>
    internal void Add(string kind, string? profile, decimal amount = 0)
    {
        if (!_entries.TryGetValue(kind, out TallyEntry? entry))
            _entries.Add(kind, entry = new TallyEntry());
        entry.Count++;
        entry.Sum += amount;
        if (profile is not null)
            entry.Profiles.Add(profile);
    }

    /// <summary>The number of events of a kind.</summary>
    internal decimal Count(string kind) => _entries.GetValueOrDefault(kind)?.Count ?? 0;

    /// <summary>The number of different profiles of the events of a kind.</summary>
    internal decimal Unique(string kind) => _entries.GetValueOrDefault(kind)?.Profiles.Count ?? 0;

    /// <summary>The sum of the amounts of a kind.</summary>
    internal decimal Sum(string kind) => _entries.GetValueOrDefault(kind)?.Sum ?? 0;
}
