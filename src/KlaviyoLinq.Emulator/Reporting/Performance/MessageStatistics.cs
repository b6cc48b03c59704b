using KlaviyoLinq.Emulator.Reporting.Events;

namespace KlaviyoLinq.Emulator.Reporting.Performance;

/// <summary>Statistics of the messages of campaigns and flows, and the metrics that they are computed from.</summary>
internal static class MessageStatistics
{
    internal const string Delivered = "delivered";
    internal const string Converted = "converted";
    internal const string Segments = "segments";
    internal const string Credits = "credits";

    private const string Opened = "opened";
    private const string Clicked = "clicked";
    private const string Bounced = "bounced";
    private const string Failed = "failed";
    private const string Complained = "complained";
    private const string Unsubscribed = "unsubscribed";

    /// <summary>The kind of the events of each of Klaviyo's metrics.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Metrics = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Received Email"] = Delivered,
        ["Opened Email"] = Opened,
        ["Clicked Email"] = Clicked,
        ["Bounced Email"] = Bounced,
        ["Dropped Email"] = Failed,
        ["Marked Email as Spam"] = Complained,
        ["Unsubscribed"] = Unsubscribed,
        ["Unsubscribed from Email Marketing"] = Unsubscribed,
        ["Received SMS"] = Delivered,
        ["Clicked SMS"] = Clicked,
        ["Failed to Deliver SMS"] = Failed,
        ["Unsubscribed from SMS Marketing"] = Unsubscribed,
        ["Received Push"] = Delivered,
        ["Opened Push"] = Opened,
        ["Bounced Push"] = Bounced,
        ["Received WhatsApp"] = Delivered,
        ["Opened WhatsApp"] = Opened,
        ["Clicked WhatsApp"] = Clicked,
        ["Failed to Deliver WhatsApp"] = Failed,
    };

    internal static readonly IReadOnlyDictionary<string, Func<Tally, decimal>> All = new Dictionary<string, Func<Tally, decimal>>(StringComparer.Ordinal)
    {
        ["recipients"] = Recipients,
        ["delivered"] = tally => tally.Count(Delivered),
        ["delivery_rate"] = tally => Ratio.Of(tally.Count(Delivered), Recipients(tally)),
        ["bounced"] = tally => tally.Count(Bounced),
        ["bounce_rate"] = tally => Ratio.Of(tally.Count(Bounced), Recipients(tally)),
        ["failed"] = tally => tally.Count(Failed),
        ["failed_rate"] = tally => Ratio.Of(tally.Count(Failed), Recipients(tally)),
        ["bounced_or_failed"] = Undelivered,
        ["bounced_or_failed_rate"] = tally => Ratio.Of(Undelivered(tally), Recipients(tally)),
        ["opens"] = tally => tally.Count(Opened),
        ["opens_unique"] = tally => tally.Unique(Opened),
        ["open_rate"] = tally => Ratio.Of(tally.Unique(Opened), tally.Count(Delivered)),
        ["clicks"] = tally => tally.Count(Clicked),
        ["clicks_unique"] = tally => tally.Unique(Clicked),
        ["click_rate"] = tally => Ratio.Of(tally.Unique(Clicked), tally.Count(Delivered)),
        ["click_to_open_rate"] = tally => Ratio.Of(tally.Unique(Clicked), tally.Unique(Opened)),
        ["conversions"] = tally => tally.Count(Converted),
        ["conversion_uniques"] = tally => tally.Unique(Converted),
        ["conversion_rate"] = tally => Ratio.Of(tally.Unique(Converted), tally.Count(Delivered)),
        ["conversion_value"] = tally => tally.Sum(Converted),
        ["average_order_value"] = tally => Ratio.Of(tally.Sum(Converted), tally.Count(Converted)),
        ["revenue_per_recipient"] = tally => Ratio.Of(tally.Sum(Converted), tally.Count(Delivered)),
        ["spam_complaints"] = tally => tally.Count(Complained),
        ["spam_complaint_rate"] = tally => Ratio.Of(tally.Count(Complained), tally.Count(Delivered)),
        ["unsubscribes"] = tally => tally.Count(Unsubscribed),
        ["unsubscribe_uniques"] = tally => tally.Unique(Unsubscribed),
        ["unsubscribe_rate"] = tally => Ratio.Of(tally.Unique(Unsubscribed), tally.Count(Delivered)),
        ["message_segment_count_sum"] = tally => tally.Sum(Segments),
        ["text_message_credit_usage_amount"] = tally => tally.Sum(Credits),
        // The price of a credit is not part of an account's data: it is 1.
        ["text_message_spend"] = tally => tally.Sum(Credits),
        ["text_message_roi"] = tally => Ratio.Of(tally.Sum(Converted), tally.Sum(Credits)),
    };

    private static decimal Undelivered(Tally tally) => tally.Count(Bounced) + tally.Count(Failed);

    private static decimal Recipients(Tally tally) => tally.Count(Delivered) + Undelivered(tally);
}
