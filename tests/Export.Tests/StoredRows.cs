using System.Globalization;
using System.Text.Json;
using KlaviyoLinq.Emulator;

namespace KlaviyoLinq.Export.Tests;

/// <summary>Rows of an emulated account in the form of <see cref="WrittenTable"/>: LINQ to Objects over its JSON.</summary>
internal static class StoredRows
{
    internal static readonly string[] ProfileColumns =
    [
        "id", "email", "phone_number", "external_id", "first_name", "last_name", "organization", "locale", "title", "created", "updated", "last_event_date",
        "city", "region", "country", "zip", "timezone", "latitude", "longitude",
    ];

    internal static readonly string[] EventColumns = ["id", "datetime", "metric_id", "metric", "profile_id", "email", "value", "uuid"];

    /// <summary>The rows of all profiles, or all events, the oldest first.</summary>
    internal static List<string> Of(KlaviyoEmulator emulator, string resource, string[]? columns = null, Func<DateTimeOffset, bool>? moments = null) =>
        resource == "profiles"
        ? [.. Chosen(emulator.Resources("profile"), "created", moments).Select(profile => Row(columns ?? ProfileColumns, name => ProfileCell(profile, name)))]
        : Events(emulator, columns ?? EventColumns, moments);

    private static List<string> Events(KlaviyoEmulator emulator, string[] columns, Func<DateTimeOffset, bool>? moments)
    {
        Dictionary<string, JsonElement> metrics = emulator.Resources("metric").ToDictionary(Id);
        Dictionary<string, JsonElement> profiles = emulator.Resources("profile").ToDictionary(Id);
        return [.. Chosen(emulator.Resources("event"), "datetime", moments).Select(one => Row(columns, name => name switch
        {
            "metric_id" => Related(one, "metric") ?? WrittenTable.Null,
            "metric" => Related(one, "metric") is { } id ? Cell(metrics[id], "name") : WrittenTable.Null,
            "profile_id" => Related(one, "profile") ?? WrittenTable.Null,
            "email" => Related(one, "profile") is { } id ? Cell(profiles[id], "email") : WrittenTable.Null,
            "value" =>
                one.GetProperty("attributes").GetProperty("event_properties").TryGetProperty("$value", out JsonElement value) ? Text(value) : WrittenTable.Null,
            "properties" => one.GetProperty("attributes").GetProperty("event_properties").GetRawText(),
            _ => Cell(one, name),
        }))];
    }

    private static IEnumerable<JsonElement> Chosen(IEnumerable<JsonElement> resources, string moment, Func<DateTimeOffset, bool>? moments) =>
        from resource in resources
        let at = resource.GetProperty("attributes").GetProperty(moment).GetDateTimeOffset()
        where moments is null || moments(at)
        orderby at
        select resource;

    private static string Row(string[] columns, Func<string, string> cell) => string.Join('|', columns.Select(cell));

    private static string ProfileCell(JsonElement profile, string name) => name switch
    {
        "city" or "region" or "country" or "zip" or "timezone" or "latitude" or "longitude" =>
            profile.GetProperty("attributes").GetProperty("location") is { ValueKind: JsonValueKind.Object } location
                ? Text(location.GetProperty(name))
                : WrittenTable.Null,
        "created" or "updated" or "last_event_date" => profile.GetProperty("attributes").GetProperty(name) is { ValueKind: JsonValueKind.String } moment
            ? WrittenTable.Text(moment.GetDateTimeOffset())
            : WrittenTable.Null,
        _ => Cell(profile, name),
    };

    private static string Cell(JsonElement resource, string name) =>
        name == "id"
            ? Id(resource)
            : name == "datetime"
            ? WrittenTable.Text(resource.GetProperty("attributes").GetProperty(name).GetDateTimeOffset())
            : Text(resource.GetProperty("attributes").GetProperty(name));

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => WrittenTable.Null,
        JsonValueKind.Number => value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        _ => value.GetString()!,
    };

    private static string Id(JsonElement resource) => resource.GetProperty("id").GetString()!;

    private static string? Related(JsonElement resource, string name) =>
        resource.GetProperty("relationships").TryGetProperty(name, out JsonElement related)
            && related.TryGetProperty("data", out JsonElement data)
            && data.ValueKind == JsonValueKind.Object
            ? data.GetProperty("id").GetString()
            : null;
}
