using System.Globalization;
using System.Text.Json;
using KlaviyoLinq.Bodies;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Commands.Bodies;
using KlaviyoLinq.Documents.Writing;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Sending;

/// <summary>Sends reports, one request for each page. A report changes nothing, so it is sent again after every failure that can pass.</summary>
internal static class ReportCommands
{
    /// <summary>Sends a report on campaigns, flows, forms or segments.</summary>
    internal static Task<KlaviyoReport> SendAsync(ICommandEngine engine, string path, ReportQuery query, Site site, CancellationToken cancellationToken)
    {
        WriteFacts operation = Operation(path);
        return PagesAsync(
            engine,
            cursor => Draft(operation, site, json => Write(json, query)) with { Query = cursor is null ? null : "page_cursor=" + Uri.EscapeDataString(cursor) },
            null,
            cancellationToken);
    }

    /// <summary>Sends a query of aggregates, whose cursor belongs into the body.</summary>
    internal static Task<KlaviyoReport> SendAsync(ICommandEngine engine, MetricAggregateQuery query, Site site, CancellationToken cancellationToken)
    {
        WriteFacts operation = Operation("/api/metric-aggregates");
        return PagesAsync(engine, cursor => Draft(operation, site, json => Write(json, query, cursor)), query.By ?? [], cancellationToken);
    }

    private static async Task<KlaviyoReport> PagesAsync(
        ICommandEngine engine, Func<string?, CommandDraft> draft, IReadOnlyList<string>? dimensions, CancellationToken cancellationToken)
    {
        ReportReader reader = new();
        HashSet<string> cursors = new(StringComparer.Ordinal);
        for (string? cursor = null; ;)
        {
            CommandDraft page = draft(cursor) with { Require = answer => new ReportReader().Read(answer, dimensions) };
            cursor = reader.Read(await engine.SendAsync(page, cancellationToken).ConfigureAwait(false), dimensions);
            if (cursor is null)
                return reader.Report;
            if (!cursors.Add(cursor))
                throw new KlaviyoProtocolException("The report does not end: its next page has a cursor that was used before.");
        }
    }

    /// <summary>Returns the facts of a report as those of a command that changes nothing, so that its body is judged like any other.</summary>
    private static WriteFacts Operation(string path)
    {
        ReportFacts report = (ReportFacts)KlaviyoCatalogue.Newest.FindOperation("POST", path)!;
        return new WriteFacts(report.Method)
        {
            Id = report.Id,
            Path = report.Path,
            Scopes = report.Scopes,
            RateLimit = report.RateLimit,
            Family = WriteFamily.Action,
            ResourceType = report.ResourceType,
            Attributes = report.Attributes,
            Statuses = [200],
            AnswerType = report.ResourceType,
            Repeat = RepeatClass.Read,
            RepeatEvidence = Evidence.Document,
        };
    }

    private static CommandDraft Draft(WriteFacts operation, Site site, Action<Utf8JsonWriter> attributes) => new(operation, site)
    {
        NeedsAnswer = true,
        Write = json =>
        {
            json.Resource(operation.ResourceType!, attributes: () => attributes(json));
            return default(LinkFaults);
        },
    };

    private static void Write(Utf8JsonWriter json, ReportQuery query)
    {
        json.Texts("statistics", query.Statistics);
        if (query.Timeframe is not null || query.From is not null || query.To is not null)
            json.Object("timeframe", () =>
            {
                json.Text("key", query.Timeframe);
                json.Moment("start", query.From);
                json.Moment("end", query.To);
            });
        json.Text("interval", query.Interval);
        json.Text("conversion_metric_id", query.ConversionMetricId);
        json.Texts("group_by", query.GroupBy);
        json.Text("filter", query.Filter);
    }

    private static void Write(Utf8JsonWriter json, MetricAggregateQuery query, string? cursor)
    {
        json.Text("metric_id", query.MetricId);
        json.Text("page_cursor", cursor);
        json.Texts("measurements", query.Measurements);
        json.Text("interval", query.Interval);
        json.Texts("by", query.By);
        json.Texts("filter", [$"greater-or-equal(datetime,{Moment(query.From)})", $"less-than(datetime,{Moment(query.To)})", .. query.Filters]);
        json.Text("timezone", query.TimeZone);
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
