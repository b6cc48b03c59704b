using System.Text.Json;

namespace KlaviyoLinq.Emulator.Writing.Events;

/// <summary>Event of a body.</summary>
/// <param name="Body">The event's resource object.</param>
/// <param name="Place">The pointer to it: <c>/data</c>.</param>
internal sealed record SentEvent(BodyResource Body, string Place)
{
    /// <summary>The pointer to its attributes.</summary>
    internal string Attributes => Place + "/attributes";

    /// <summary>The name of the metric.</summary>
    internal string Metric => Body.Embedded("metric").Text("name")!;

    internal string? UniqueId => Body.Text("unique_id");

    internal JsonElement Properties => Body.Attributes.GetProperty("properties");

    /// <summary>The time as it was sent; null where the time of arrival counts.</summary>
    internal DateTimeOffset? Time =>
        Body.Attributes.TryGetProperty("time", out JsonElement time) && time.TryGetMoment(out DateTimeOffset moment) ? moment : null;
}
