using System.Text.Json;
using KlaviyoLinq.Bodies;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Commands.Bodies;
using KlaviyoLinq.Documents.Writing;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Sending;

/// <summary>Writes the attributes of events.</summary>
internal static class EventBody
{
    /// <summary>Writes an event with its profile.</summary>
    internal static void Write(Utf8JsonWriter json, NewEvent newEvent, WriteFacts operation) =>
        json.Resource("event", attributes: () =>
        {
            WriteMembers(json, newEvent);
            json.Flag("backfill", newEvent.Backfill);
            WriteProfile(json, newEvent, operation.Attributes);
        });

    /// <summary>Writes an event of a group, which has the profile.</summary>
    internal static void WriteItem(Utf8JsonWriter json, NewEvent newEvent) => json.Resource("event", attributes: () => WriteMembers(json, newEvent));

    /// <summary>Writes the profile of an event; nothing where it has none, which the judge refuses.</summary>
    internal static void WriteProfile(Utf8JsonWriter json, NewEvent newEvent, IReadOnlyList<AttributeFacts> takes)
    {
        if (newEvent.Profile is { } profile)
            json.Data("profile", () => ResourceBody.WriteIdentified(json, profile, new BodyScope(false, takes).Within("profile")));
    }

    private static void WriteMembers(Utf8JsonWriter json, NewEvent newEvent)
    {
        json.WritePropertyName("properties"u8);
        newEvent.Properties.WriteTo(json, keysOnly: false);
        json.Moment("time", newEvent.Time);
        if (newEvent.Value is { } value)
            json.WriteNumber("value"u8, value);
        json.Text("value_currency", newEvent.ValueCurrency);
        json.Text("unique_id", newEvent.UniqueId);
        json.Data("metric", () => json.Resource("metric", attributes: () =>
        {
            json.WriteString("name"u8, newEvent.MetricName);
            json.Text("service", newEvent.MetricService);
        }));
    }
}
