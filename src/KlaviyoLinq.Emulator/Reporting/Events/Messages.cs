using System.Text.Json;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Reporting.Events;

/// <summary>Finds the message that an event is attributed to.</summary>
internal sealed class Messages(ResourceStore store)
{
    /// <summary>Properties with the id of a message. In older events that of a campaign stands for its only message.</summary>
    private static readonly string[] _properties = ["$attributed_message", "$message"];

    private readonly Dictionary<string, Message?> _known = new(StringComparer.Ordinal);

    /// <summary>Returns the message that the properties of an event name, or else the first of its attributions that names one.</summary>
    internal Message? Of(EventRecord record)
    {
        foreach (string property in _properties)
            if (record.Text(property) is { Length: > 0 } id && Find(id) is { } message)
                return message;
        foreach (string id in Related(record.Resource, "attributions"))
            if (store.Find("attribution", id) is { } attribution && OfAttribution(attribution) is { } found)
                return found;
        return null;
    }

    private Message? OfAttribution(StoredResource attribution) =>
        Related(attribution, "campaign-message").Concat(Related(attribution, "flow-message")).Select(Find).OfType<Message>().FirstOrDefault();

    private Message? Find(string id)
    {
        if (!_known.TryGetValue(id, out Message? message))
            _known.Add(id, message = Load(id));
        return message;
    }

    private Message? Load(string id)
    {
        if (store.Find("campaign-message", id) is { } ofCampaign)
            return First("campaign", Related(ofCampaign, "campaign")) is { } campaign ? Make(campaign, ofCampaign, false) : null;
        if (store.Find("flow-message", id) is { } ofFlow)
            return First("flow-action", Related(ofFlow, "flow-action")) is { } action && First("flow", Related(action, "flow")) is { } flow
                ? Make(flow, ofFlow, true)
                : null;
        return store.Find("campaign", id) is { } owner && First("campaign-message", Related(owner, "campaign-messages")) is { } only
            ? Make(owner, only, false)
            : null;
    }

    private Message Make(StoredResource owner, StoredResource message, bool isFlow)
    {
        JsonElement attributes = AttributesOf(message);
        JsonElement definition = attributes.TryGetProperty("definition", out JsonElement given) ? given : default;
        string? channel = Text(isFlow ? attributes : definition, "channel");
        return new Message(
            isFlow, owner.Id, message.Id, ChannelOf(channel ?? "email"), Text(AttributesOf(owner), "name"), Text(definition, isFlow ? "name" : "label"),
            [.. Related(owner, "tags").Select(id => store.Find("tag", id)).OfType<StoredResource>()
                .Select(tag => (tag.Id, Text(AttributesOf(tag), "name") ?? "")).OrderBy(tag => tag.Id, StringComparer.Ordinal)]);
    }

    /// <summary>Reports name channels otherwise than messages do.</summary>
    private static string ChannelOf(string channel) => channel.ToLowerInvariant() switch
    {
        "mobile_push" or "push" or "push_notification" => "push-notification",
        var other => other,
    };

    private StoredResource? First(string type, IEnumerable<string> ids) => ids.Select(id => store.Find(type, id)).FirstOrDefault();

    private static IEnumerable<string> Related(StoredResource resource, string relationship) =>
        resource.Layout.FindRelationship(relationship) is { } layout ? resource.Related(layout).All() : [];

    private static JsonElement AttributesOf(StoredResource resource) => JsonElement.Parse(ResourceDump.MembersOf(resource)).GetProperty("attributes");

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
