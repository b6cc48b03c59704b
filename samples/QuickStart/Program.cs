using System.Globalization;
using KlaviyoLinq;
using KlaviyoLinq.Model;
using KlaviyoLinq.Samples.QuickStart;
using Spectre.Console;
using Profile = KlaviyoLinq.Model.Profile;

await using QueriedAccount account = await QueriedAccount.OpenAsync(Environment.GetEnvironmentVariable("KLAVIYO_API_KEY"));
KlaviyoContext klaviyo = account.Klaviyo;
Showcase showcase = new(account.Log);
AnsiConsole.MarkupLineInterpolated(CultureInfo.CurrentCulture, $"Querying {account.Description}");

DateTimeOffset since = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

await showcase.ShowAsync(
    "Profiles: filtered, sorted, projected, streamed over many pages",
    klaviyo.Profiles
        .Where(p => p.Created > since)
        .OrderByDescending(p => p.Created)
        .Select(p => new { p.Email, Name = $"{p.FirstName} {p.LastName}".Trim(), p.Location.City, p.Created })
        .Take(2_500));

List<Metric> metrics = await klaviyo.Metrics.ToListAsync();
Metric metric = metrics.Find(m => m.Name == "Placed Order") ?? metrics[0];

await showcase.ShowAsync(
    $"Events of one metric ({metric.Name}), with the metric and the profile included",
    klaviyo.Events
        .Where(e => e.MetricId == metric.Id)
        .Include(e => e.Metric)
        .Include(e => e.Profile)
        .OrderByDescending(e => e.Datetime)
        .Select(e => new { e.Datetime, Metric = e.Metric.Name, e.Profile.Email, Value = e.EventProperties.GetNumber("$value") })
        .Take(1_500));

await showcase.ShowAsync(
    "Campaigns, whose channel Klaviyo wants to know",
    from c in klaviyo.Campaigns
    where c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Email) && c.CreatedAt > since
    orderby c.CreatedAt descending
    select new { c.Name, c.Status, c.Archived, c.CreatedAt });

await showcase.ShowRefusalAsync(
    "A query that Klaviyo cannot answer",
    klaviyo.Profiles
        .Where(p => p.FirstName == "Jane" || p.Created >= since)
        .OrderBy(p => p.LastName)
        .Include(p => p.Lists));

// Commands are shown on the emulated account only.
if (account.IsEmulated)
{
    await showcase.ShowCommandAsync("A command: what was assigned is sent", () => klaviyo.Lists.CreateAsync(new List { Name = "VIPs" }));

    Profile profile = await klaviyo.Profiles.FirstAsync();
    profile.FirstName = "Ada";
    profile.Title = null;
    await showcase.ShowCommandAsync("An update: only what changed, and null as null", () => klaviyo.Profiles.UpdateAsync(profile));

    await showcase.ShowCommandAsync(
        "A command that Klaviyo cannot carry out",
        () => klaviyo.Lists.CreateAsync(new List { Name = "VIPs", Created = since }));
}
