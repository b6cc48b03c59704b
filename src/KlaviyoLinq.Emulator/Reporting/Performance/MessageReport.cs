using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Reporting.Events;
using KlaviyoLinq.Emulator.Reporting.Periods;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing;

namespace KlaviyoLinq.Emulator.Reporting.Performance;

/// <summary>Reports on the messages of campaigns, or of flows. They count by the time of each event.</summary>
internal sealed class MessageReport : ReportKind
{
    private const string Conversion = "conversion_metric_id";

    private readonly string _owner;
    private readonly bool _isFlow;

    private MessageReport(string owner, IReadOnlyList<FilterAttribute> filters, IReadOnlyList<(string, string, string)> relationships)
    {
        _owner = owner;
        _isFlow = owner == "flow";
        Filters = filters;
        Relationships = relationships;
    }

    internal static MessageReport OfCampaigns { get; } = new(
        "campaign",
        [
            .. FilterAttribute.Scalars(
                "send_channel", "campaign_id", "campaign_message_id", "campaign_message_name", "variation", "variation_name", "text_message_format"),
            .. FilterAttribute.Lists("tag_id", "tag_name"),
        ],
        [("campaigns", "campaign", "campaign_id")]);

    internal static MessageReport OfFlows { get; } = new(
        "flow",
        [
            .. FilterAttribute.Scalars(
                "flow_id", "flow_name", "send_channel", "flow_message_id", "flow_message_name", "text_message_format", "variation", "variation_name"),
            .. FilterAttribute.Lists("tag_id", "tag_name"),
        ],
        [("flows", "flow", "flow_id"), ("flow-messages", "flow-message", "flow_message_id")]);

    internal override IReadOnlyList<string> DefaultGroups => [.. RequiredGroups, "send_channel"];

    internal override IReadOnlyList<string> RequiredGroups => [_owner + "_id", _owner + "_message_id"];

    internal override IReadOnlyList<FilterAttribute> Filters { get; }

    internal override IReadOnlyDictionary<string, Func<Tally, decimal>> Statistics => MessageStatistics.All;

    internal override bool IsPaged => true;

    internal override IReadOnlyList<string> Lists { get; } = ["tag_id", "tag_name"];

    internal override IReadOnlyList<(string Relationship, string Type, string Grouping)> Relationships { get; }

    internal override ApiError? Check(WriteCall call, Timeframe timeframe) => call.Resource.Text(Conversion) is { } id && call.Store.Find("metric", id) is null
        ? ApiError.NoSuchResource("metric", id) with { Pointer = "/data/attributes/" + Conversion }
        : null;

    internal override IEnumerable<ReportGroup> Groups(ReportQuery query) => OccurrenceGroups.Of(query, Occurrences(query));

    private IEnumerable<Occurrence> Occurrences(ReportQuery query)
    {
        ResourceStore store = query.Call.Store;
        string conversion = query.Call.Resource.Text(Conversion)!;
        Dictionary<string, string> kinds = MetricNames.Find(store, MessageStatistics.Metrics);
        Messages messages = new(store);
        foreach (EventRecord record in new EventReader(store).Read(kinds.Keys.Append(conversion).ToHashSet(), query.Buckets.From, query.Buckets.To))
        {
            if (messages.Of(record) is not { } message || message.IsFlow != _isFlow)
                continue;
            IReadOnlyList<string> ValuesOf(string attribute) => Values(record, message, attribute);
            if (record.MetricId == conversion)
                yield return new Occurrence(MessageStatistics.Converted, record.Ticks, record.ProfileId, record.Value, ValuesOf);
            if (!kinds.TryGetValue(record.MetricId, out string? kind))
                continue;
            yield return new Occurrence(kind, record.Ticks, record.ProfileId, 0, ValuesOf);
            if (kind != MessageStatistics.Delivered)
                continue;
            yield return new Occurrence(MessageStatistics.Segments, record.Ticks, null, record.Number("Segment Count"), ValuesOf);
            yield return new Occurrence(MessageStatistics.Credits, record.Ticks, null, record.Number("$usage_amount"), ValuesOf);
        }
    }

    private static IReadOnlyList<string> Values(EventRecord record, Message message, string attribute) => attribute switch
    {
        "campaign_id" or "flow_id" => [message.OwnerId],
        "campaign_message_id" or "flow_message_id" => [message.Id],
        "campaign_message_name" or "flow_message_name" => One(message.Name),
        "flow_name" => One(message.OwnerName),
        "send_channel" => [message.Channel],
        "tag_id" => [.. message.Tags.Select(tag => tag.Id)],
        "tag_name" => [.. message.Tags.Select(tag => tag.Name)],
        "text_message_format" => One(record.Text("Message Format")),
        "variation" => One(record.Text("$attributed_variation") is { Length: > 0 } variation ? variation : record.Text("$variation")),
        // Events carry neither the names of variations nor the groups of an audience.
        _ => [],
    };

    private static IReadOnlyList<string> One(string? text) => string.IsNullOrEmpty(text) ? [] : [text];
}
