using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing;

/// <summary>Counts of the changes of a resource on the present day (UTC). They are kept in memory alone.</summary>
internal sealed class DailyCounts(TimeProvider time)
{
    private readonly Dictionary<(string Type, string Id), (DateOnly Day, int Count)> _counts = [];

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>The number of changes today. The caller holds the store's lock.</summary>
    internal int Of(StoredResource resource) =>
        _counts.TryGetValue((resource.Layout.Type, resource.Id), out (DateOnly Day, int Count) known) && known.Day == Today ? known.Count : 0;

    /// <summary>Counts a change. The caller holds the store's lock.</summary>
    internal void Add(StoredResource resource) => _counts[(resource.Layout.Type, resource.Id)] = (Today, Of(resource) + 1);
}
