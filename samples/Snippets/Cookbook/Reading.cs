using KlaviyoLinq;
using KlaviyoLinq.Model;

namespace Snippets.Cookbook;

internal static class Reading
{
    private static readonly DateTimeOffset _now = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    [Snippet("cookbook-profile-by-email")]
    internal static async Task ByEmailAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        // snippet: cookbook-profile-by-email
        Profile? jane = await klaviyo.Profiles.FirstOrDefaultAsync(p => p.Email == "jane@example.com");
        // end snippet
        Console.WriteLine(jane?.FirstName);
    }

    [Snippet("cookbook-joined-last-month")]
    internal static async Task JoinedAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        (DateTimeOffset from, DateTimeOffset to) = (_now, _now.AddMonths(1));
        // snippet: cookbook-joined-last-month
        var members = klaviyo.Lists["Y6nRLr"].Profiles
            .Where(p => p.JoinedGroupAt >= from && p.JoinedGroupAt < to)
            .OrderBy(p => p.JoinedGroupAt)
            .Select(p => new { p.Email, p.Location.City, p.JoinedGroupAt });

        await foreach (var member in members)
            Console.WriteLine($"{member.Email} {member.City}");
        // end snippet
    }

    [Snippet("cookbook-placed-orders")]
    internal static async Task OrdersAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        DateTimeOffset monday = _now.AddDays(-7);
        // snippet: cookbook-placed-orders
        var placedOrder = (await klaviyo.Metrics.ToListAsync()).First(m => m.Name == "Placed Order");   // look the id up once

        var orders = klaviyo.Events
            .Where(e => e.MetricId == placedOrder.Id && e.Datetime >= monday)
            .OrderBy(e => e.Datetime)
            .Select(e => new { e.Datetime, e.Profile.Email, Value = e.EventProperties.GetNumber("$value") });

        await foreach (var order in orders)
            Console.WriteLine($"{order.Datetime:u} {order.Email} {order.Value}");
        // end snippet
    }

    [Snippet("cookbook-sent-campaigns")]
    internal static async Task CampaignsAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        (DateTimeOffset from, DateTimeOffset to) = (new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2024, 4, 1, 0, 0, 0, TimeSpan.Zero));
        // snippet: cookbook-sent-campaigns
        List<Campaign> campaigns = await klaviyo.Campaigns
            .Where(c => c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Email))   // Klaviyo requires the channel
            .Where(c => c.Status == CampaignStatus.Sent && c.ScheduledAt >= from && c.ScheduledAt < to)
            .Include(c => c.CampaignMessages)
            .ToListAsync();
        // end snippet
        Console.WriteLine(campaigns.All(campaign => campaign.CampaignMessages.Count > 0));
    }

    [Snippet("cookbook-flows")]
    internal static async Task FlowsAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        // snippet: cookbook-flows
        await foreach (var flow in klaviyo.Flows.Where(f => f.Archived == false).Include(f => f.FlowActions))
            Console.WriteLine($"{flow.Name}: {flow.FlowActions.Count} actions");
        // end snippet
    }

    [Snippet("cookbook-coupon-codes")]
    internal static async Task CouponCodesAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        string coupon = (await klaviyo.Coupons.FirstAsync()).Id;
        // snippet: cookbook-coupon-codes
        int left = await klaviyo.CouponCodes
            .Where(c => c.CouponId == coupon && c.Status == CouponCodeStatus.Unassigned)
            .CountAsync();
        // end snippet
        ArgumentOutOfRangeException.ThrowIfNegative(left);
    }

    [Snippet("cookbook-catalog")]
    internal static async Task CatalogAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        // snippet: cookbook-catalog
        await foreach (var item in klaviyo.CatalogItems.Where(i => i.Published == true).Include(i => i.Variants))
            Console.WriteLine($"{item.Title}: {string.Join(", ", item.Variants.Select(v => v.Sku))}");
        // end snippet
    }

    [Snippet("cookbook-segment-count")]
    internal static async Task SegmentAsync(Stage stage)
    {
        KlaviyoContext klaviyo = stage.Klaviyo;
        string id = (await klaviyo.Segments.FirstAsync()).Id;
        // snippet: cookbook-segment-count
        Segment? segment = await klaviyo.Segments[id].AdditionalFields(s => s.ProfileCount).FirstOrDefaultAsync();
        Console.WriteLine(segment?.ProfileCount);
        // end snippet
    }
}
