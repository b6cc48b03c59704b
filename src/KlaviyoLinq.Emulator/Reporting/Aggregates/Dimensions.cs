using KlaviyoLinq.Emulator.Reporting.Events;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Reporting.Aggregates;

/// <summary>Reads the dimensions of events: their properties, and what follows from the message that they are attributed to.</summary>
internal sealed class Dimensions(ResourceStore store)
{
    private readonly Messages _messages = new(store);

    /// <summary>The text of a dimension; empty for an event without it.</summary>
    internal string Text(EventRecord record, string dimension)
    {
        if (record.Text(dimension) is { Length: > 0 } text)
            return text;
        return dimension switch
        {
            "$attributed_message" => _messages.Of(record)?.Id,
            "$attributed_channel" => _messages.Of(record)?.Channel,
            "$attributed_flow" or "$flow" => _messages.Of(record) is { IsFlow: true } message ? message.OwnerId : null,
            "$flow_channel" => _messages.Of(record) is { IsFlow: true } message ? message.Channel : null,
            "$campaign_channel" => _messages.Of(record) is { IsFlow: false } message ? message.Channel : null,
            _ => null,
        } ?? "";
    }
}
