using System.Globalization;
using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Reporting.Calendars;
using KlaviyoLinq.Emulator.Writing;
using KlaviyoLinq.Emulator.Writing.Bodies;

namespace KlaviyoLinq.Emulator.Reporting.Aggregates;

/// <summary>Reader of a query of aggregates.</summary>
internal static class AggregateReader
{
    /// <summary>Attributes that the answer can show.</summary>
    internal static readonly string[] Attributes = ["dates", "data"];

    private const string Place = "/data/attributes/";

    private const int DefaultPageSize = 500;

    internal static (AggregateQuery? Query, ApiError? Error) Read(WriteCall call)
    {
        JsonElement attributes = call.Resource.Attributes;
        IReadOnlyList<string> dimensions = ((ReportFacts)call.Facts).Attributes.First(facts => facts.Name == "by").Values;
        string[] measurements = [.. Texts(attributes, "measurements") ?? []];
        string[] by = [.. Texts(attributes, "by") ?? []];
        int size = Value(attributes, "page_size") is { } given ? given.TryGetInt32(out int number) ? number : 0 : DefaultPageSize;
        string zoneName = Text(attributes, "timezone") ?? "UTC";
        string? sort = Text(attributes, "sort");
        if ((CheckSize(call, size) ?? CheckSort(call, sort, by, measurements) ?? CheckFields(attributes)) is { } fault)
            return (null, fault);
        if (measurements.Length == 0)
            return (null, BodyFault.At(Place + "measurements", "At least one measurement is required."));
        if (TimeZones.Find(zoneName) is not { } zone)
            return (null, BodyFault.At(Place + "timezone", $"'{zoneName}' is not a valid choice."));
        (AggregateFilters filters, ApiError? misfit) = AggregateFilters.Read(attributes.GetProperty("filter"), dimensions);
        if (misfit is not null)
            return (null, misfit);
        string metric = Text(attributes, "metric_id")!;
        if (call.Store.Find("metric", metric) is null)
            return (null, ApiError.NoSuchResource("metric", metric) with { Pointer = Place + "metric_id" });
        long[] starts = new ZoneCalendar(zone).StartsOf(IntervalOf(Text(attributes, "interval")), filters.From, filters.To);
        return (new AggregateQuery
        {
            MetricId = metric,
            Measurements = measurements,
            By = by,
            Buckets = new Buckets(starts, filters.From, filters.To),
            Conditions = filters.Conditions,
            Sort = sort,
            PageSize = size,
            Cursor = Text(attributes, "page_cursor"),
            Fields = Texts(attributes, "return_fields")?.ToArray(),
        }, null);
    }

    /// <summary>The interval of a name; days where there is none, as the document has it.</summary>
    private static Interval IntervalOf(string? name) => name switch
    {
        "hour" => Interval.Hour,
        "week" => Interval.Week,
        "month" => Interval.Month,
        _ => Interval.Day,
    };

    private static ApiError? CheckSize(WriteCall call, int size)
    {
        int least = call.LiveRules ? DefaultPageSize : 1;
        return size >= least
            ? null
            : BodyFault.At(Place + "page_size", string.Create(CultureInfo.InvariantCulture, $"page_size must be greater than or equal to {least}."));
    }

    private static ApiError? CheckSort(WriteCall call, string? sort, string[] by, string[] measurements)
    {
        if (sort is null)
            return null;
        if (call.LiveRules)
            return BodyFault.At(Place + "sort", $"'{sort}' is not a valid sort key for this query.");
        return by.Concat(measurements).Contains(sort.TrimStart('-'))
            ? null
            : BodyFault.At(Place + "sort", $"'{sort}' is neither one of the measurements nor one of the dimensions in 'by'.");
    }

    private static ApiError? CheckFields(JsonElement attributes)
    {
        int at = 0;
        foreach (string field in Texts(attributes, "return_fields") ?? [])
        {
            if (field != "id" && !Attributes.Contains(field))
                return BodyFault.At(
                    string.Create(CultureInfo.InvariantCulture, $"{Place}return_fields/{at}"), $"'{field}' is not a valid choice for 'return_fields'.");
            at++;
        }
        return null;
    }

    private static JsonElement? Value(JsonElement attributes, string name) =>
        attributes.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? Text(JsonElement attributes, string name) => Value(attributes, name)?.GetString();

    private static IEnumerable<string>? Texts(JsonElement attributes, string name) =>
        Value(attributes, name)?.EnumerateArray().Select(item => item.GetString()!).Distinct(StringComparer.Ordinal);
}
