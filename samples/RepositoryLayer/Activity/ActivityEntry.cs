using KlaviyoLinq.Model;

namespace Shop.Activity;

/// <summary>An event as clients of this API get it.</summary>
public sealed record ActivityEntry(string Id, DateTimeOffset? At, string? What, string? Whose)
{
    internal static ActivityEntry Of(Event e) => new(e.Id, e.Datetime, e.Metric?.Name, e.Profile?.Email);
}
