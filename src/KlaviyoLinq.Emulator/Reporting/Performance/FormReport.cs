using KlaviyoLinq.Emulator.Reporting.Events;

namespace KlaviyoLinq.Emulator.Reporting.Performance;

/// <summary>Reports on forms, from the events that name a form.</summary>
internal sealed class FormReport : ReportKind
{
    private const string FormId = "form_id";
    private const string VersionId = "form_version_id";

    private static readonly Dictionary<string, string> _metrics = new(StringComparer.Ordinal)
    {
        ["Viewed Form"] = "viewed_form",
        ["Closed Form"] = "closed_form",
        ["Submitted Form"] = "submits",
        ["Qualified Form"] = "qualified_form",
        ["Viewed Form Step"] = "viewed_form_step",
        ["Submitted Form Step"] = "submitted_form_step",
    };

    private FormReport()
    {
    }

    internal static FormReport Instance { get; } = new();

    internal override IReadOnlyList<string> DefaultGroups { get; } = [FormId];

    internal override IReadOnlyList<string> RequiredGroups { get; } = [FormId];

    internal override IReadOnlyList<FilterAttribute> Filters { get; } = [.. FilterAttribute.Ids(FormId, VersionId)];

    internal override IReadOnlyDictionary<string, Func<Tally, decimal>> Statistics { get; } = new Dictionary<string, Func<Tally, decimal>>(
        _metrics.Values.SelectMany(kind => new KeyValuePair<string, Func<Tally, decimal>>[]
        {
            new(kind, tally => tally.Count(kind)),
            new(kind + "_uniques", tally => tally.Unique(kind)),
        }),
        StringComparer.Ordinal)
    {
        ["submit_rate"] = tally => Ratio.Of(tally.Count("submits"), tally.Count("viewed_form")),
    };

    internal override IEnumerable<ReportGroup> Groups(ReportQuery query)
    {
        Dictionary<string, string> kinds = MetricNames.Find(query.Call.Store, _metrics);
        return OccurrenceGroups.Of(
            query,
            new EventReader(query.Call.Store).Read(kinds.Keys.ToHashSet(), query.Buckets.From, query.Buckets.To)
                .Where(record => record.Text(FormId).Length > 0)
                .Select(record => new Occurrence(
                    kinds[record.MetricId], record.Ticks, record.ProfileId, 0,
                    attribute => record.Text(attribute) is { Length: > 0 } text ? [text] : [])));
    }
}
