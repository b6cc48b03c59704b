using System.Text.Json;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Reporting.Answering;
using KlaviyoLinq.Emulator.Reporting.Calendars;
using KlaviyoLinq.Emulator.Writing;

namespace KlaviyoLinq.Emulator.Reporting.Performance;

/// <summary>Answers the reports on campaigns, flows, forms and segments.</summary>
internal static class PerformanceReports
{
    /// <summary>Number of groups on a page; Klaviyo documents none.</summary>
    private const int PageSize = 500;

    internal static WriteAnswer OfCampaigns(WriteCall call) => Query(call, MessageReport.OfCampaigns);

    internal static WriteAnswer OfFlows(WriteCall call) => Query(call, MessageReport.OfFlows);

    internal static WriteAnswer OfForms(WriteCall call) => Query(call, FormReport.Instance);

    internal static WriteAnswer OfSegments(WriteCall call) => Query(call, SegmentReport.Instance);

    private static WriteAnswer Query(WriteCall call, ReportKind kind)
    {
        bool isSeries = ReportReader.IsSeries(call);
        (ReportParameters parameters, ApiError? error) = ReportParameters.Read(call, isSeries ? ["results", "date_times"] : ["results"], kind.IsPaged);
        if (error is not null)
            return error;
        (ReportQuery? query, error) = ReportReader.Read(call, kind);
        if (error is not null)
            return error;
        (ReportPage? page, error) = ReportPage.Find(call, parameters.Cursor, isInBody: false);
        if (error is not null)
            return error;
        ReportGroup[] groups = Sorted(query!, kind);
        ReportGroup[] shown = kind.IsPaged ? [.. groups.Skip(page!.Start).Take(PageSize)] : groups;
        string? cursor = kind.IsPaged && page!.Start + shown.Length < groups.Length ? page.CursorAt(page.Start + shown.Length) : null;
        return ReportDocument.Write(
            call, page!, cursor,
            json =>
            {
                if (parameters.Fields.Contains("results"))
                    Write(json, query!, kind, shown, isSeries);
                if (parameters.Fields.Contains("date_times"))
                    ReportDocument.WriteInstants(json, "date_times", query!.Buckets.Starts);
            },
            Related(query!, kind, shown));
    }

    private static ReportGroup[] Sorted(ReportQuery query, ReportKind kind)
    {
        IOrderedEnumerable<ReportGroup> ordered = kind.Groups(query).OrderBy(_ => 0);
        for (int i = 0; i < query.GroupBy.Count; i++)
        {
            int grouping = i;
            ordered = ordered.ThenBy(group => string.Join(',', group.Groupings[grouping]), StringComparer.Ordinal);
        }
        return [.. ordered];
    }

    private static void Write(Utf8JsonWriter json, ReportQuery query, ReportKind kind, IEnumerable<ReportGroup> groups, bool isSeries)
    {
        json.WriteStartArray("results");
        foreach (ReportGroup group in groups)
        {
            json.WriteStartObject();
            json.WriteStartObject("groupings");
            foreach ((string name, IReadOnlyList<string> values) in query.GroupBy.Zip(group.Groupings))
                Write(json, name, values, kind.Lists.Contains(name));
            json.WriteEndObject();
            json.WriteStartObject("statistics");
            foreach (string statistic in query.Statistics)
                Write(json, statistic, kind.Statistics[statistic], query.Buckets, group, isSeries);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(
        Utf8JsonWriter json, string name, Func<Events.Tally, decimal> statistic, Buckets buckets, ReportGroup group, bool isSeries)
    {
        if (isSeries)
            ReportDocument.Write(json, name, Enumerable.Range(0, buckets.Count).Select(bucket => statistic(group.BucketOf(bucket))));
        else
            json.WriteNumber(name, statistic(group.Total));
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> values, bool isList)
    {
        if (!isList)
        {
            json.WriteString(name, values.Count > 0 ? values[0] : null);
            return;
        }
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static IReadOnlyList<(string Relationship, string Type, IReadOnlyList<string> Ids)> Related(
        ReportQuery query, ReportKind kind, ReportGroup[] groups) =>
        [.. kind.Relationships.Select(relationship =>
        {
            int grouping = query.GroupBy.ToList().IndexOf(relationship.Grouping);
            return (relationship.Relationship, relationship.Type, (IReadOnlyList<string>)[.. groups.SelectMany(group => group.Groupings[grouping]).Distinct()]);
        })];
}
