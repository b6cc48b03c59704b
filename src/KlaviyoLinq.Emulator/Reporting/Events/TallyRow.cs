namespace KlaviyoLinq.Emulator.Reporting.Events;

/// <summary>Tallies of one group, one for each bucket in which something happened, and one of the whole range.</summary>
internal sealed class TallyRow
{
    private readonly Dictionary<int, Tally> _buckets = [];

    /// <summary>The tally of the whole range.</summary>
    internal Tally Total { get; } = new();

    /// <summary>The tally of a bucket.</summary>
    internal Tally this[int bucket] => _buckets.GetValueOrDefault(bucket, Tally.Empty);

    /// <inheritdoc cref="Tally.Add"/>
    internal void Add(int bucket, string kind, string? profile, decimal amount = 0)
    {
        if (!_buckets.TryGetValue(bucket, out Tally? tally))
            _buckets.Add(bucket, tally = new Tally());
        tally.Add(kind, profile, amount);
        Total.Add(kind, profile, amount);
    }
}
