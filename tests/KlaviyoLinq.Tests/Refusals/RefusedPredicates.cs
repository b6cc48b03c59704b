using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Refusals;

/// <summary>C# within a predicate that no filter can express.</summary>
internal static class RefusedPredicates
{
    internal static IEnumerable<RefusedQuery> Of(KlaviyoContext klaviyo, Captured c) =>
    [
        new(klaviyo.Profiles.Where(p => p == c.Me), klaviyo.Profiles.Where(p => p.Id == c.Me.Id)),
        new(klaviyo.Profiles.Where(p => p != c.Me && p.Email == c.Email)),
        new(klaviyo.Profiles.Where(p => p.Equals(c.Me)), klaviyo.Profiles.Where(p => p.Id == c.Me.Id)),
        new(klaviyo.Events.Where(e => e.Metric == c.Order), klaviyo.Events.Where(e => e.Metric.Id == c.Order.Id)),
        new(klaviyo.Events.Where(e => e.Profile == c.Me), klaviyo.Events.Where(e => e.Profile.Id == c.Me.Id)),
        new(klaviyo.CatalogItems.Where(i => i.Images!.Contains("x")), klaviyo.CatalogItems.AsAsyncEnumerable().Where(x => x.Images!.Contains("x"))),
        new(klaviyo.Reviews.Where(r => r.Images.Any())),
        new(klaviyo.Reviews.Where(r => r.Images.Count > 0)),
        new(
            klaviyo.Profiles.Where(p => p.FirstName + " " + p.LastName == "J D"),
            klaviyo.Profiles.AsAsyncEnumerable().Where(p => p.FirstName + " " + p.LastName == "J D")),
        new(klaviyo.Profiles.Where(p => $"{p.FirstName} {p.LastName}" == "J D")),
        new(klaviyo.Profiles.Where(p => string.Concat(p.FirstName, p.LastName) == "JD")),
        new(klaviyo.Images.Where(i => i.Hidden ^ true), klaviyo.Images.Where(i => !i.Hidden)),
        new(klaviyo.Tags.Where(t => t.Name[0] == 'a'), klaviyo.Tags.Where(t => t.Name.StartsWith("a"))),
        new(klaviyo.Tags.Where(t => t.Name.Substring(0, 2) == "ab"), klaviyo.Tags.Where(t => t.Name.StartsWith("ab"))),
        new(klaviyo.Tags.Where(t => t.Name.IndexOf("a") >= 0), klaviyo.Tags.Where(t => t.Name.Contains("a"))),
        new(klaviyo.Tags.Where(t => t.Name.Trim() == "a")),
        new(klaviyo.Tags.Where(t => t.Name.Length > 3), klaviyo.Tags.AsAsyncEnumerable().Where(t => t.Name.Length > 3)),
        new(klaviyo.Tags.Where(t => string.IsNullOrEmpty(t.Name))),
        new(klaviyo.Images.Where(i => !(i.Hidden && i.Size > 3)), klaviyo.Images.Where(i => !i.Hidden || i.Size <= 3).AllowFanOut(2)),
        new(klaviyo.Images.Where(i => !(i.Name == "a" && i.Format == "png"))),
        new(klaviyo.Images.Where(i => !(i.Name == "a" || i.Format == "png"))),
        new(klaviyo.Flows.Where(f => f.Status != "live"), klaviyo.Flows.Where(f => f.Status == "draft")),
        new(klaviyo.Flows.Where(f => !f.Name!.Contains("x"))),
        new(klaviyo.Flows.Where(f => !(f.Status == "live"))),
        new(klaviyo.Profiles.Where(p => !c.Ids.Contains(p.Email)), klaviyo.Profiles.AsAsyncEnumerable().Where(p => !c.Ids.Contains(p.Email))),
        new(klaviyo.Profiles.Where(p => p.Email != null), klaviyo.Profiles.AsAsyncEnumerable().Where(p => p.Email != null)),
        new(klaviyo.Profiles.Where(p => p.PhoneNumber == null)),
        new(klaviyo.Lists.Where(l => l.OptInProcess == null)),
        new(klaviyo.Campaigns.Where(m => m.CampaignMessages.Any(x => x.Channel == CampaignMessageChannel.Email) && m.ScheduledAt.HasValue)),
        new(
            klaviyo.Profiles.Where(p => p.Email == "a" || p.ExternalId == "b"),
            klaviyo.Profiles.Where(p => p.Email == "a" || p.ExternalId == "b").AllowFanOut(2)),
        new(
            klaviyo.Flows.Where(f => f.Name!.Contains("a") || f.Name!.Contains("b")),
            klaviyo.Flows.Where(f => f.Name!.Contains("a") || f.Name!.Contains("b")).AllowFanOut(2)),
        new(klaviyo.Profiles.Where(p => p.Email!.ToLower() == c.Email), klaviyo.Profiles.Where(p => p.Email == c.Email)),
        new(
            klaviyo.Profiles.Where(p => p.Email!.Equals(c.Email, StringComparison.OrdinalIgnoreCase)),
            klaviyo.Profiles.Where(p => p.Email!.Equals(c.Email, StringComparison.Ordinal))),
        new(
            klaviyo.Tags.Where(t => t.Name.Contains("A", StringComparison.OrdinalIgnoreCase)),
            klaviyo.Tags.Where(t => t.Name.Contains("A", StringComparison.Ordinal))),
        new(klaviyo.Tags.Where(t => t.Name.ToUpperInvariant().StartsWith("A"))),
        new(klaviyo.Tags.Where(t => string.Compare(t.Name, "m") > 0)),
        new(klaviyo.Profiles.Where(p => p.Email!.CompareTo("m") < 0)),
        new(klaviyo.Profiles.Where(p => p.Created == p.Updated), klaviyo.Profiles.AsAsyncEnumerable().Where(p => p.Created == p.Updated)),
        new(klaviyo.Profiles.Where(p => p.Created!.Value.Year == 2026), klaviyo.Profiles.Where(p => p.Created > c.Since && p.Created < c.Since.AddYears(1))),
        new(klaviyo.Profiles.Where(p => p.Created!.Value.Date == c.Since.Date)),
        new(klaviyo.Profiles.Where(p => p.Created!.Value.AddDays(7) > c.Since), klaviyo.Profiles.Where(p => p.Created > c.Since.AddDays(-7))),
        new(klaviyo.Events.Where(e => e.Timestamp * 2 > c.Count), klaviyo.Events.Where(e => e.Timestamp > c.Count / 2)),
        new(klaviyo.Images.Where(i => -i.Size < c.Count)),
        new(klaviyo.Images.Where(i => i.Size % 2 == 0)),
        new(klaviyo.Images.Where(i => (int)i.Size == 3)),
        new(klaviyo.Profiles.Where(p => Captured.Score(p) > 3), klaviyo.Profiles.AsAsyncEnumerable().Where(p => Captured.Score(p) > 3)),
        new(klaviyo.Profiles.Where(p => p.Properties.GetString("plan") == "gold")),
        new(klaviyo.Profiles.Where(p => p.Properties["plan"] == "gold")),
        new(klaviyo.Events.Where(e => e.EventProperties.GetNumber("$value") > 3)),
        new(klaviyo.Profiles.Where(p => klaviyo.Lists.Where(l => l.Name == "x").Select(l => l.Id).Contains(p.Id))),
        new(klaviyo.Profiles.Where(p => p.Lists.Any(l => l.Id == "L1")), klaviyo.Lists["L1"].Profiles),
        new(klaviyo.Profiles.Where(p => p.Lists.Count > 1)),
        new(klaviyo.Flows.Where(f => f.Tags.Count() > 1)),
        new(klaviyo.Flows.Where(f => f.Tags.All(t => t.Name == "x"))),
        new(klaviyo.Flows.Where(f => f.Tags.First().Name == "x")),
        new(klaviyo.Profiles.Where(p => p.Email is object && p.Id == "x")),
        new(klaviyo.Profiles.Where(p => (p.Email ?? p.PhoneNumber) == "x")),
        new(klaviyo.Profiles.Where(p => (c.Flag ? p.Email : p.FirstName) == "x" && p.FirstName == "x")),
        new(klaviyo.Profiles.Where(p => (p.Email == "a" ? "x" : "y") == "x")),
        new(klaviyo.Profiles.Where(p => p.Email!.Length > 3 && p.PhoneNumber!.Length > 3)),
        new(klaviyo.Profiles.Where(p => (p.FirstName == "a") && p.Email == "b" && p.FirstName == "a")),
        new(klaviyo.Profiles.Where(p => /* comment */ p.FirstName == "a" // another
            && p.Id == "b")),
    ];
}
