using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Reporting.Calendars;
using KlaviyoLinq.Emulator.Reporting.Periods;
using KlaviyoLinq.Emulator.Writing;
using KlaviyoLinq.Emulator.Writing.Bodies;

namespace KlaviyoLinq.Emulator.Reporting.Performance;

/// <summary>Reader of a query of a report.</summary>
internal static class ReportReader
{
    private const string Place = "/data/attributes/";

    /// <summary>Determines whether a report is a series.</summary>
    internal static bool IsSeries(WriteCall call) => ((ReportFacts)call.Facts).Attributes.Any(facts => facts.Name == "interval");

    internal static (ReportQuery? Query, ApiError? Error) Read(WriteCall call, ReportKind kind)
    {
        JsonElement attributes = call.Resource.Attributes;
        string[] statistics = Texts(attributes, "statistics") ?? [];
        if (statistics.Length == 0)
            return (null, BodyFault.At(Place + "statistics", "At least one statistic is required."));
        ZoneCalendar calendar = new(CompanyZone.Of(call.Store));
        (Timeframe timeframe, ApiError? error) = Timeframe.Read(attributes.GetProperty("timeframe"), calendar.DateOf(call.Now.UtcTicks));
        string? interval = call.Resource.Text("interval");
        string[] groups = Texts(attributes, "group_by") ?? [.. kind.DefaultGroups];
        error ??= (interval is null ? null : SeriesInterval.Check(interval, timeframe)) ?? CheckGroups(kind, groups) ?? kind.Check(call, timeframe);
        if (error is not null)
            return (null, error);
        (ReportFilter filter, error) = ReportFilter.Read(call.Resource.Text("filter"), kind.Filters);
        if (error is not null)
            return (null, error);
        long from = calendar.StartOf(timeframe.First);
        long to = calendar.StartOf(timeframe.Last.AddDays(1));
        long[] starts = interval is null ? [from] : calendar.StartsOf(SeriesInterval.Of(interval), from, to);
        return (new ReportQuery(call, statistics, groups, filter, new Buckets(starts, from, to)), null);
    }

    private static ApiError? CheckGroups(ReportKind kind, string[] groups) => kind.RequiredGroups.All(groups.Contains)
        ? null
        : BodyFault.At(Place + "group_by", $"The following group by attributes are required: {string.Join(", ", kind.RequiredGroups)}");

    private static string[]? Texts(JsonElement attributes, string name) =>
        attributes.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(item => item.GetString()!).Distinct(StringComparer.Ordinal)]
            : null;
}
