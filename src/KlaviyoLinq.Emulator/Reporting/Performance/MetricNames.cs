using System.Text.Json;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Reporting.Performance;

/// <summary>Finds the metrics of an account that reports are computed from.</summary>
internal static class MetricNames
{
    /// <summary>The kinds of the metrics that an account has, by their ids.</summary>
    /// <param name="store">The account.</param>
    /// <param name="kinds">The kinds by the names of metrics.</param>
    internal static Dictionary<string, string> Find(ResourceStore store, IReadOnlyDictionary<string, string> kinds)
    {
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        LayoutMember member = store.FindLayout("metric")!.Find("name")!;
        foreach (StoredResource metric in store.All("metric"))
            if (metric.Value(member) is { Length: > 2 } text && JsonElement.Parse(text) is { ValueKind: JsonValueKind.String } name
                && kinds.TryGetValue(name.GetString()!, out string? kind))
                found.Add(metric.Id, kind);
        return found;
    }
}
