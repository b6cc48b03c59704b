using System.Text.Json;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Reporting.Events;

/// <summary>One event as reports read it.</summary>
/// <param name="Resource">The event.</param>
/// <param name="MetricId">The id of its metric.</param>
/// <param name="ProfileId">The id of its profile; null without one.</param>
/// <param name="Ticks">Its time in UTC ticks.</param>
/// <param name="Properties">Its properties: an object.</param>
internal sealed record EventRecord(StoredResource Resource, string MetricId, string? ProfileId, long Ticks, JsonElement Properties)
{
    /// <summary>The text of a property: a string as it is, empty for an absent or null one, and the JSON of any other value.</summary>
    internal string Text(string property) => !Properties.TryGetProperty(property, out JsonElement value) ? "" : value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    /// <summary>The number of a property, also of one that was sent as text; 0 for everything else.</summary>
    internal decimal Number(string property) => Amounts.Of(Text(property));

    /// <summary>The value of the event, such as that of an order.</summary>
    internal decimal Value => Number("$value");
}
