using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.People;

namespace KlaviyoLinq.Emulator.Writing.Events;

/// <summary>
/// Records events. An event has a key among those of its profile and metric: its unique id, or else its time to the second. Only the first event with a key is
/// recorded. Answers show the key as the property <c>$event_id</c>.
/// </summary>
internal static class EventRecord
{
    private const string Key = "$event_id";
    private const string EventProperties = "event_properties";

    /// <summary>Records an event that was accepted.</summary>
    /// <param name="call">The request.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="sent">The event.</param>
    /// <param name="arrival">The time of the event if it was sent without one.</param>
    internal static void Add(WriteCall call, StoredResource profile, SentEvent sent, DateTimeOffset arrival)
    {
        JsonObject properties = JsonObject.Create(sent.Properties)!;
        Set(properties, "$value", sent, "value");
        Set(properties, "$value_currency", sent, "value_currency");
        Add(call, profile, MetricSource.FindOrAdd(call, sent.Metric), properties, sent.Time ?? arrival, sent.UniqueId);
    }

    /// <summary>Records an event of a metric.</summary>
    /// <param name="call">The request.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="properties">The properties.</param>
    /// <param name="time">The time, of which the fraction of the second is cut off.</param>
    /// <param name="uniqueId">The unique id; null where the time is the key.</param>
    internal static void Add(WriteCall call, StoredResource profile, StoredResource metric, JsonObject properties, DateTimeOffset time, string? uniqueId)
    {
        long second = time.ToUnixTimeSeconds();
        string key = uniqueId ?? second.ToString(CultureInfo.InvariantCulture);
        if (IsKnown(call.Store, profile, metric, key))
            return;
        properties[Key] = key;
        ResourceEdit edit = ResourceEdit.New(call.Store.FindLayout("event")!, call.Ids.Next("event"));
        edit.Set("timestamp", second);
        edit.Set(EventProperties, properties);
        edit.Stamp("datetime", DateTimeOffset.FromUnixTimeSeconds(second));
        edit.Set("uuid", call.Ids.NextUuid("event", "uuid"));
        StoredResource resource = edit.Finish();
        call.Store.Add(resource);
        foreach (StoredResource related in (StoredResource[])[profile, metric])
            Relations.Add(call.Store, resource, resource.Layout.FindRelationship(related.Layout.Type)!, related.Id);
        StampLastEvent(call, profile.Id, DateTimeOffset.FromUnixTimeSeconds(second));
    }

    private static bool IsKnown(ResourceStore store, StoredResource profile, StoredResource metric, string key) =>
        store.FindAllBy("event", EventProperties, Key, key).Any(
            known => known.Related(known.Layout.FindRelationship("profile")!).Contains(profile.Id)
                && known.Related(known.Layout.FindRelationship("metric")!).Contains(metric.Id));

    private static void Set(JsonObject properties, string name, SentEvent sent, string attribute)
    {
        if (sent.Body.Attributes.TryGetProperty(attribute, out JsonElement value) && value.ValueKind != JsonValueKind.Null)
            properties[name] = JsonValues.Node(value);
    }

    private static void StampLastEvent(WriteCall call, string id, DateTimeOffset time)
    {
        StoredResource profile = call.Store.Find("profile", id)!;
        if (profile.Text("last_event_date") is { } latest && DateTimeOffset.Parse(latest, CultureInfo.InvariantCulture) >= time)
            return;
        ResourceEdit edit = ResourceEdit.Of(profile);
        edit.Stamp("last_event_date", time);
        ProfileUpsert.Save(call, profile, edit);
    }
}
