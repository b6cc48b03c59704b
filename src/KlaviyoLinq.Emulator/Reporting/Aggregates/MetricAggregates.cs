using System.Text.Json;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Reporting.Answering;
using KlaviyoLinq.Emulator.Writing;

namespace KlaviyoLinq.Emulator.Reporting.Aggregates;

/// <summary>Answers queries of aggregates: POST /api/metric-aggregates.</summary>
internal static class MetricAggregates
{
    internal static WriteAnswer Query(WriteCall call)
    {
        (ReportParameters parameters, ApiError? error) = ReportParameters.Read(call, AggregateReader.Attributes, takesCursor: false);
        if (error is not null)
            return error;
        (AggregateQuery? query, error) = AggregateReader.Read(call);
        if (error is not null)
            return error;
        (ReportPage? page, error) = ReportPage.Find(call, query!.Cursor, isInBody: true);
        if (error is not null)
            return error;
        IReadOnlyList<AggregateGroup> groups = Aggregation.Run(call.Store, query);
        int end = page!.Start + Math.Min(query.PageSize, Math.Max(0, groups.Count - page.Start));
        string? cursor = end < groups.Count ? page.CursorAt(end) : null;
        string[] fields = [.. parameters.Fields.Where(field => query.Fields?.Contains(field) ?? true)];
        return ReportDocument.Write(call, page, cursor, json => Write(json, query, fields, groups.Take(page.Start..end)), []);
    }

    private static void Write(Utf8JsonWriter json, AggregateQuery query, IReadOnlyList<string> fields, IEnumerable<AggregateGroup> groups)
    {
        if (fields.Contains("dates"))
            ReportDocument.WriteInstants(json, "dates", query.Buckets.Starts);
        if (!fields.Contains("data"))
            return;
        json.WriteStartArray("data");
        foreach (AggregateGroup group in groups)
        {
            json.WriteStartObject();
            json.WriteStartArray("dimensions");
            foreach (string text in group.Dimensions)
                json.WriteStringValue(text);
            json.WriteEndArray();
            json.WriteStartObject("measurements");
            foreach (string measurement in query.Measurements)
                ReportDocument.Write(json, measurement, Enumerable.Range(0, query.Buckets.Count).Select(bucket => group.Measure(measurement, bucket)));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
