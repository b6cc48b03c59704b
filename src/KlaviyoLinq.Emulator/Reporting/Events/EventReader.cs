using System.Text.Json;
using KlaviyoLinq.Emulator.Filtering.Expressions;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Reporting.Events;

/// <summary>Reader of the events of an account.</summary>
internal sealed class EventReader
{
    private static readonly JsonElement _nothing = JsonElement.Parse("{}");

    private readonly StoredResource[] _events;
    private readonly LayoutMember _datetime;
    private readonly LayoutMember _properties;
    private readonly RelationshipLayout _metric;
    private readonly RelationshipLayout _profile;

    internal EventReader(ResourceStore store)
    {
        ResourceLayout layout = store.FindLayout("event")!;
        _events = store.All("event");
        _datetime = layout.Find("datetime")!;
        _properties = layout.Find("event_properties")!;
        _metric = layout.FindRelationship("metric")!;
        _profile = layout.FindRelationship("profile")!;
    }

    /// <summary>Reads the events of some metrics in a range, in the order in which they were added.</summary>
    /// <param name="metrics">The ids of the metrics.</param>
    /// <param name="from">The start of the range in UTC ticks, which belongs to it.</param>
    /// <param name="to">The end of the range, which does not belong to it.</param>
    internal IEnumerable<EventRecord> Read(IReadOnlySet<string> metrics, long from, long to)
    {
        foreach (StoredResource resource in _events)
            if (resource.Related(_metric) is { Count: > 0 } metric && metrics.Contains(metric[0])
                && TicksOf(resource) is { } ticks && ticks >= from && ticks < to)
            {
                Identifiers profile = resource.Related(_profile);
                yield return new EventRecord(resource, metric[0], profile.Count > 0 ? profile[0] : null, ticks, PropertiesOf(resource));
            }
    }

    /// <summary>The time of an event; null for one without a time, which is in no range.</summary>
    private long? TicksOf(StoredResource resource)
    {
        ReadOnlySpan<byte> text = resource.Value(_datetime);
        return text.Length > 2 && text[0] == '"' && Instant.TryParse(text[1..^1], out long ticks) ? ticks : null;
    }

    private JsonElement PropertiesOf(StoredResource resource)
    {
        ReadOnlySpan<byte> text = resource.Value(_properties);
        return text.Length > 2 && text[0] == '{' ? JsonElement.Parse(text) : _nothing;
    }
}
