using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Plans;

/// <summary>Queries of many patterns over the same captured values.</summary>
internal static class CapturingQueries
{
    private static string _static = "s@example.com";

    internal static IReadOnlyList<Func<KlaviyoContext, CapturedSamples, IQueryable>> All { get; } =
    [
        (k, v) => k.Profiles.Where(p => p.Email == v.Text),
        (k, v) => k.Profiles.Where(p => p.Email == v.Text || p.Email == v.Other),
        (k, v) => k.Profiles.Where(p => v.Text == null || p.Email == v.Text),
        (k, v) => k.Profiles.Where(p => v.Strict ? p.Email == v.Text : p.Created > v.Since),
        (k, v) => k.Profiles.Where(p => v.List!.Contains(p.Email)),
        (k, v) => k.Profiles.Where(p => v.Ids.Contains(p.Id)),
        (k, v) => k.Profiles.Where(p => v.Set.Contains(p.Id)),
        (k, v) => k.Profiles.Where(p => v.Ids.Contains(p.Id) || p.Id == v.Text),
        (k, v) => k.Profiles.Where(p => v.Ids.Any(id => id == p.Id)),
        (k, v) => k.Profiles.Where(p => v.Ids.Any(id => id + "x" == p.Id)),
        (k, v) => k.Profiles.Where(p => p.Email == v.Text && v.Ids.Contains(p.Id)),
        (k, v) => k.Profiles.Where(p => (p.Email == v.Text || p.Email == v.Other) && p.Email == v.Ids.First()),
        (k, v) => k.Profiles.Where(p => p.Created > v.At),
        (k, v) => k.Profiles.Where(p => p.Created > v.Since && p.Created < v.Since!.Value.AddDays(v.Count)),
        (k, v) => k.Profiles.Where(p => p.Created > v.Since!.Value && v.Strict),
        (k, v) => k.Profiles.Where(p => !(p.Email == v.Text) == v.Strict),
        (k, v) => k.Profiles.Where(p => p.Email == v.Text + v.Count),
        (k, v) => k.Profiles.Where(p => p.Email == (v.Text ?? v.Other)),
        (k, v) => k.Profiles.Where(p => string.Equals(p.Email, v.Text, v.Comparison)),
        (k, v) => k.Profiles.Where(p => Klaviyo.Field<string>(p, v.Name) == v.Text),
        (k, v) => k.Profiles.Where(p => Klaviyo.Field<double>(p, "score") > v.Number),
        (k, v) => k.Profiles.Where(p => Klaviyo.Field<int>(p, "score") == v.Count || Klaviyo.Field<int>(p, "score") == v.Ids.Count),
        (k, v) => k.Profiles.Where(p => p.Email == _static).WhereUnchecked($"any(name,{v.Text})"),
        (k, v) => k.Profiles.Where(p => p.Email == v.Text || p.Created > v.Since).AllowFanOut(2),
        (k, v) => k.Profiles.Where(p => v.Ids.Contains(p.Email!)).AllowFanOut(Math.Max(1, v.Count)),
        (k, v) => k.Profiles.OrderBy(p => p.Created).Take(v.Count).PageSize(v.Ids.Count),
        (k, v) => k.Profiles.Where(p => p.Email == v.Text).Select(p => new { p.Id, Tag = v.Text + p.Email }),
        (k, v) => k.Profiles.Select(p => new { p.Email, v.Text }).Where(x => x.Email == x.Text),
        (k, v) => ((IQueryable<Profile>)k.Profiles).Where(p => p.Id == v.Text).OrderBy(p => p.Created).Skip(0).Cast<KlaviyoResource>(),
        (k, v) => k.Events.Where(e => e.MetricId == v.Text && e.Datetime >= v.Since).Select(e => new { e.Datetime, e.Metric.Name }),
        (k, v) => k.Events.Where(e => e.Metric.Id == v.Text && e.Profile != null),
        (k, v) => k.Lists[v.Text ?? "x"].Profiles.Where(p => p.Email == v.Other),
        (k, v) => k.Lists[v.Other ?? ""].Profiles.Select(p => p.Id),
        (k, v) => k.Metrics.Where(m => m.Id == v.Text),
        (k, v) => k.Lists.Where(l => l.Id == v.Text).SelectMany(l => l.Profiles),
        (k, v) => k.Flows.Where(f => f.Archived == v.Maybe),
        (k, v) => k.Flows.Where(f => f.Archived == v.Strict),
        (k, v) => k.Flows.Where(f => (f.Archived ?? false) == v.Strict),
        (k, v) => k.Flows.Where(f => v.Maybe == null || f.Archived == v.Maybe.Value),
        (k, v) => k.Flows.Where(f => v.Maybe.HasValue && f.Archived == v.Maybe && f.Created > v.At),
        (k, v) => k.Campaigns.Where(c => c.Status == v.Status && c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Email)),
        (k, v) => k.Campaigns.Where(c => v.Statuses.Contains(c.Status) && c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Email)),
        (k, v) => k.Tags.Where(t => t.Name.Contains(v.Text!)),
        (k, v) => k.Tags.Where(t => t.Name.StartsWith(v.Text!, v.Comparison)),
    ];
}
