using System.Text.Json;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Seeding;

/// <summary>Messages of campaigns and flows that generated events are attributed to, drawn by a randomizer of their own.</summary>
internal sealed class MessageChoices
{
    private readonly SeededRandom _random;
    private readonly string[] _all;
    private readonly string[] _emails;
    private readonly string[] _texts;

    internal MessageChoices(SeedContext context)
    {
        _random = context.RandomFor("event messages");
        (string Id, string Channel)[] messages = [.. Messages(context, "campaign-message"), .. Messages(context, "flow-message")];
        _all = [.. messages.Select(message => message.Id)];
        _emails = [.. messages.Where(message => message.Channel == "email").Select(message => message.Id)];
        _texts = [.. messages.Where(message => message.Channel == "sms").Select(message => message.Id)];
    }

    /// <summary>The message that the next event of a metric is attributed to; null for none. Deliveries are opened less often, and clicked rarely.</summary>
    internal string? Next(string metric) => metric switch
    {
        "Received Email" => Draw(_emails, 7, 8),
        "Opened Email" => Draw(_emails, 1, 2),
        "Clicked Email" => Draw(_emails, 1, 6),
        "Received SMS" => Draw(_texts, 7, 8),
        _ when metric.Contains("Order", StringComparison.Ordinal) => Draw(_all, 1, 3),
        _ => null,
    };

    private string? Draw(string[] from, int times, int outOf) => _random.Below(outOf) < times && from.Length > 0 ? _random.Pick(from) : null;

    private static IEnumerable<(string Id, string Channel)> Messages(SeedContext context, string type)
    {
        if (context.Store.FindLayout(type) is not { } layout)
            return [];
        return context.Store.All(type).Select(message => (message.Id, Channel(message, layout)));
    }

    /// <summary>The channel, which older revisions show as an attribute, and newer ones in the definition of messages of campaigns.</summary>
    private static string Channel(StoredResource message, ResourceLayout layout) =>
        Text(message, layout.Find("channel"), json => json)
        ?? Text(message, layout.Find("definition"), ChannelOf)
        ?? "";

    private static JsonElement ChannelOf(JsonElement definition) =>
        definition.ValueKind == JsonValueKind.Object && definition.TryGetProperty("channel", out JsonElement channel) ? channel : default;

    private static string? Text(StoredResource message, LayoutMember? member, Func<JsonElement, JsonElement> select) =>
        member is not null && message.Value(member) is { Length: > 0 } value && select(JsonElement.Parse(value)) is { ValueKind: JsonValueKind.String } text
            ? text.GetString()
            : null;
}
