using System.Text;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Samples.Native;

/// <summary>A query of each shape, and its request and rows as text.</summary>
internal static class Queries
{
    private static readonly DateTimeOffset _since = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static IReadOnlyList<(string Name, Func<KlaviyoContext, Task<string>> Run)> All { get; } =
    [
        .. Projections, .. UnnamedRows.All, .. Filters, .. Ends,
    ];

    /// <summary>Queries that are refused in a native program and answered elsewhere; those of rows after records ask for more than they need.</summary>
    internal static IReadOnlyList<(string Name, Func<KlaviyoContext, Task<string>> Run)> Limits { get; } =
    [
        ("a filter behind records", k => Refused(k.Lists.Select(l => new Contact(l.Id, l.Name, null, l.Created)).Where(c => c.Email == "Newsletter"))),
        ("a set of other text", k => Refused(k.Profiles.Where(p => new SortedSet<string>(StringComparer.Ordinal) { "a@example.com" }.Contains(p.Email!)))),
        ("distinct objects", k => Refused(k.Lists.Select(l => new StringBuilder(l.Name)).Distinct())),
        ("a projection behind records", k => Rows(k.Lists.Select(l => new Contact(l.Id, l.Name, null, l.Created)).Select(c => c.Email).Take(1))),
    ];

    private static IEnumerable<(string, Func<KlaviyoContext, Task<string>>)> Projections =>
    [
        ("records",
            k =>
                Rows(
                    k.Profiles.Where(p => p.Created > _since)
                        .OrderByDescending(p => p.Created).Select(p => new Contact(p.Id, p.Email, p.Location.City, p.Created)).Take(3))),
        ("many records", async k => $"{(await k.Profiles.Select(p => new Contact(p.Id, p.Email, p.Location.City, p.Created)).Take(2_500).ToListAsync()).Sum(c => c.Email?.Length)}"),
        ("resources", k => Rows(k.Profiles.Take(3), p => $"{p.Id} {p.Email}")),
        ("rows that are values", k => Rows(k.Profiles.Select(p => new Place(p.Location.City, p.Location.Latitude.AsNumber())).Take(3))),
        ("single values", k => Rows(k.Profiles.OrderBy(p => p.Created).Select(p => p.Created).Take(3))),
        ("text", k => Rows(k.Metrics.Select(m => m.Name + " of " + m.Created!.Value.Year).Take(3))),
        ("tuples", k => Rows(k.Lists.Select(l => ValueTuple.Create(l.Id, l.Name, l.Created)).Take(3))),
        ("through navigations",
            k => Rows(k.Events.OrderByDescending(e => e.Datetime).Select(e => new EventRow(e.Datetime, e.Metric.Name, e.Profile.Email, e.Profile.Id)).Take(3))),
        ("what is included", k => Rows(k.Events.Include(e => e.Metric).Take(3), e => $"{e.Id} {e.Metric?.Name}")),
    ];

    private static IEnumerable<(string, Func<KlaviyoContext, Task<string>>)> Filters =>
    [
        ("captured values", async k => await Rows(ByEmail(k, await EmailsAsync(k)), p => p.Email)),
        ("a set of values", async k => await Rows(ByEmail(k, new HashSet<string>(await EmailsAsync(k))), p => p.Email)),
        ("a set that ignores case", async k => await Refused(ByEmail(k, new HashSet<string>(await EmailsAsync(k), StringComparer.OrdinalIgnoreCase)))),
        ("an enumeration",
            k =>
                Rows(
                    k.Campaigns.Where(c => c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Email) && c.Status == CampaignStatus.Sent),
                    c => c.Name)),
        ("enumerations", k => Statuses(k, [CampaignStatus.Sent, CampaignStatus.Draft])),
        ("alternatives", k => Rows(k.Profiles.Where(p => p.Created > _since || p.Updated > _since).OrderBy(p => p.Created).AllowFanOut(2).Take(3), p => p.Id)),
        ("query syntax", async k => await InListAsync(k)),
        ("a filter that is refused", k => Refused(k.Profiles.Where(p => p.FirstName == "Jane"))),
    ];

    private static IEnumerable<(string, Func<KlaviyoContext, Task<string>>)> Ends =>
    [
        ("the first", async k => (await k.Profiles.OrderBy(p => p.Created).FirstAsync()).Id),
        ("the last", async k => (await k.Profiles.OrderBy(p => p.Created).LastAsync()).Id),
        ("the only one",
            async k =>
                (await k.Profiles.SingleAsync(p => p.Email == "nobody@example.com").ContinueWith(single => single.Exception?.InnerException?.GetType().Name))
                    ?? ""),
        ("whether and how many", async k => $"{await k.Profiles.AnyAsync()} {await k.Lists.CountAsync()} {await k.Metrics.ContainsAsync((await k.Metrics.FirstAsync())!)}"),
        ("the earliest", async k => $"{await k.Lists.MinAsync(l => l.Created)}"),
        ("by id", async k => (await k.Profiles.FindAsync((await k.Profiles.FirstAsync()).Id))?.Email ?? ""),
        ("what is related", async k => await Rows(k.Lists[(await k.Lists.FirstAsync()).Id].Profiles.Select(p => p.Id).Take(3))),
        ("pages and checkpoints", PagesAsync),
    ];

    private static IKlaviyoQueryable<Profile> ByEmail(KlaviyoContext klaviyo, IEnumerable<string> emails) =>
        klaviyo.Profiles.Where(p => emails.Contains(p.Email));

    private static Task<string> Statuses(KlaviyoContext klaviyo, List<CampaignStatus> statuses) =>
        Rows(klaviyo.Campaigns.Where(c => c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Email) && statuses.Contains(c.Status)), c => c.Name);

    private static async Task<List<string>> EmailsAsync(KlaviyoContext klaviyo) =>
        await klaviyo.Profiles.OrderBy(p => p.Email).Select(p => p.Email!).Take(2).ToListAsync();

    private static async Task<string> InListAsync(KlaviyoContext klaviyo)
    {
        string id = (await klaviyo.Lists.FirstAsync()).Id;
        return await Rows(from list in klaviyo.Lists where list.Id == id from profile in list.Profiles select profile.Email);
    }

    private static async Task<string> PagesAsync(KlaviyoContext klaviyo)
    {
        IKlaviyoQueryable<Contact> query = klaviyo.Profiles.PageSize(2).Select(p => new Contact(p.Id, p.Email, p.Location.City, p.Created));
        KlaviyoCheckpoint? checkpoint = null;
        await foreach (KlaviyoPage<Contact> page in query.AsPages())
        {
            checkpoint = KlaviyoCheckpoint.Parse(page.CheckpointAfter(1).Serialize());
            break;
        }

        return await Rows(query.ResumeFrom(checkpoint!).Take(2));
    }

    internal static Task<string> Rows<T>(IKlaviyoQueryable<T> query) => Rows(query, row => row?.ToString());

    private static async Task<string> Rows<T>(IKlaviyoQueryable<T> query, Func<T, string?> show)
    {
        string requests = string.Join(" and ", query.ToRequestUris().Select(uri => Uri.UnescapeDataString(uri.PathAndQuery)));
        return $"{requests}\n    {string.Join("\n    ", (await query.ToListAsync()).Select(show))}";
    }

    private static async Task<string> Refused<T>(IKlaviyoQueryable<T> query)
    {
        try
        {
            return $"answered with {(await query.ToListAsync()).Count} rows";
        }
        catch (UntranslatableQueryException refusal)
        {
            return string.Join(", ", refusal.Findings.Select(finding => finding.Code));
        }
    }
}
