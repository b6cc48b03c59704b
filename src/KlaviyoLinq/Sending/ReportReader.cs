using System.Text.Json;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Sending;

/// <summary>Reads the pages of a report.</summary>
internal sealed class ReportReader
{
    private readonly List<DateTimeOffset> _times = [];
    private readonly List<KlaviyoReportRow> _rows = [];

    internal KlaviyoReport Report => new(_times, _rows);

    /// <summary>Reads a page.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="dimensions">The names of the dimensions, where the rows have only their values; null for a report.</param>
    /// <returns>The cursor of the next page; null after the last.</returns>
    /// <exception cref="KlaviyoProtocolException">The answer is not a report.</exception>
    internal string? Read(CommandAnswer answer, IReadOnlyList<string>? dimensions)
    {
        try
        {
            JsonElement document = JsonElement.Parse(answer.Body.Span);
            JsonElement attributes = document.GetProperty("data").GetProperty("attributes");
            if (_times.Count == 0 && (attributes.TryGetProperty("dates", out JsonElement times) || attributes.TryGetProperty("date_times", out times)))
                _times.AddRange(times.EnumerateArray().Select(time => time.GetDateTimeOffset()));
            foreach (JsonElement row in attributes.GetProperty(dimensions is null ? "results" : "data").EnumerateArray())
                _rows.Add(dimensions is null ? Row(row) : Row(row, dimensions));
            return CursorOf(document);
        }
        catch (Exception failure) when (failure is KeyNotFoundException or InvalidOperationException or FormatException or JsonException)
        {
            throw new KlaviyoProtocolException("The answer is not a report: " + failure.Message);
        }
    }

    private static KlaviyoReportRow Row(JsonElement row) => new(
        row.GetProperty("groupings").EnumerateObject().ToDictionary(grouping => grouping.Name, grouping => Text(grouping.Value), StringComparer.Ordinal),
        Values(row.GetProperty("statistics")));

    private static KlaviyoReportRow Row(JsonElement row, IReadOnlyList<string> dimensions) => new(
        dimensions.Zip(row.GetProperty("dimensions").EnumerateArray(), (name, value) => KeyValuePair.Create(name, Text(value)))
            .ToDictionary(StringComparer.Ordinal),
        Values(row.GetProperty("measurements")));

    private static Dictionary<string, IReadOnlyList<decimal?>> Values(JsonElement statistics) =>
        statistics.EnumerateObject().ToDictionary(
            statistic => statistic.Name,
            statistic => Numbers(statistic.Value),
            StringComparer.Ordinal);

    private static IReadOnlyList<decimal?> Numbers(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Number)] : [Number(value)];

    private static decimal? Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetDecimal();

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };

    // Only the cursor of the link is used: the address remains the context's.
    private static string? CursorOf(JsonElement document)
    {
        if (!document.TryGetProperty("links", out JsonElement links) || links.ValueKind != JsonValueKind.Object
            || !links.TryGetProperty("next", out JsonElement next) || next.GetString() is not { } link)
            return null;
        string query = link[(link.IndexOf('?', StringComparison.Ordinal) + 1)..];
        foreach (string parameter in query.Split('&'))
            if (parameter.Split('=', 2) is [var name, var value] && Uri.UnescapeDataString(name) is "page_cursor" or "page[cursor]")
                return Uri.UnescapeDataString(value);
        throw new KlaviyoProtocolException("The link to the next page has no cursor.");
    }
}
