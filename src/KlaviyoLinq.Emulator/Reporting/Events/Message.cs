namespace KlaviyoLinq.Emulator.Reporting.Events;

/// <summary>Message of a campaign or of a flow, which events are attributed to.</summary>
/// <param name="IsFlow">Whether it belongs to a flow.</param>
/// <param name="OwnerId">The id of the campaign or the flow.</param>
/// <param name="Id">The id of the message.</param>
/// <param name="Channel">The channel as reports name it: <c>email</c>, <c>sms</c>, <c>push-notification</c>, <c>whatsapp</c>.</param>
/// <param name="OwnerName">The name of the campaign or the flow; null without one.</param>
/// <param name="Name">The name of the message; null without one.</param>
/// <param name="Tags">The ids and names of the tags of the campaign or the flow.</param>
internal sealed record Message(
    bool IsFlow, string OwnerId, string Id, string Channel, string? OwnerName, string? Name, IReadOnlyList<(string Id, string Name)> Tags);
