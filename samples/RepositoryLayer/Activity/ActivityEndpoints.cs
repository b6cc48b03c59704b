using KlaviyoLinq.Model;
using Shop.Paging;
using Shop.Repositories;
using Shop.Specifications;

namespace Shop.Activity;

/// <summary>Events over HTTP, with what they were and whose they are.</summary>
internal static class ActivityEndpoints
{
    internal static void MapActivity(this IEndpointRouteBuilder app) => app.MapGet("/activity", PageAsync);

    private static async Task<Page<ActivityEntry>> PageAsync(
        string? metricId, DateTimeOffset? since, [AsParameters] PageRequest page, IRepository<Event> events, CancellationToken cancel)
    {
        // The oldest first: what comes in while a client pages is after its checkpoint, not before it.
        Specification<Event> wanted = Specification<Event>.All.OrderBy(e => e.Datetime).Include(e => e.Metric).Include(e => e.Profile);
        if (metricId is not null)
            wanted = wanted.Where(e => e.MetricId == metricId);
        if (since is not null)
            wanted = wanted.Where(e => e.Datetime >= since);

        Page<Event> whole = await events.PageAsync(wanted, page, cancel);
        return new Page<ActivityEntry>([.. whole.Rows.Select(ActivityEntry.Of)], whole.HasMore, whole.Checkpoint);
    }
}
