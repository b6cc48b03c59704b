using System.Globalization;
using System.Reflection;
using System.Text.Json;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests.Data;

/// <summary>
/// The members that can be filtered or sorted by although no answer shows them (<c>Profile.Kx</c>). Klaviyo knows their values; here they are found in what
/// the emulator holds, and written into the objects for LINQ to Objects.
/// </summary>
internal static class HiddenValues
{
    internal static Dictionary<string, object[]> Fill(KlaviyoResource resource, JsonElement json, Func<string, string, JsonElement> find)
    {
        Dictionary<string, object[]> all = [];
        foreach (PropertyInfo property in resource.GetType().GetProperties().Where(property => property.CanRead))
        {
            if (FieldOf(resource, property) is not { } field)
                continue;
            Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            object[] values = [.. Read(resource.ResourceType, field, json, find).Select(value => Convert(value, type))];
            all.Add(property.Name, values);
            if (values.Length > 0)
                property.SetValue(resource, values[0]);
        }

        return all;
    }

    /// <summary>A member that only filters have, or an attribute of older revisions that filters still have.</summary>
    private static string? FieldOf(KlaviyoResource resource, PropertyInfo property)
    {
        if (property.GetCustomAttribute<FilterOnlyAttribute>() is { } filterOnly)
            return filterOnly.Field;
        string? name = property.GetCustomAttribute<WireNameAttribute>()?.Name;
        bool isFilter = (resource.ResourceType, name) is (
            "flow-action", "action_type" or "status") or ("flow-message", "name") or ("campaign-message", "channel");
        return isFilter && !resource.WasReceived(name!) ? name : null;
    }

    private static IEnumerable<JsonElement> Read(string type, string field, JsonElement json, Func<string, string, JsonElement> find) => (type, field) switch
    {
        ("profile", "_kx") => [JsonSerializer.SerializeToElement("kx." + json.GetProperty("id").GetString())],
        ("profile", "push_token") =>
            Walk(json, "relationships.push-tokens.data.id").SelectMany(id => Walk(find("push-token", id.GetString()!), "attributes.token")),
        ("campaign-message", "channel") => Walk(json, "attributes.definition.channel"),
        ("review", "status") => Walk(json, "attributes.status.value"),
        ("object-ingestion-log", "record_id") => Walk(json, "relationships.object-record.data.id"),
        ("profile-suppression-bulk-create-job" or "profile-suppression-bulk-delete-job", "created") => Walk(json, "attributes.created_at"),
        _ when json.TryGetProperty("hidden", out JsonElement hidden) && hidden.TryGetProperty(field, out JsonElement value) => Walk(value, ""),
        _ => Walk(json, "attributes." + field),
    };

    /// <summary>The values at a path, of every element where an array stands in the way.</summary>
    private static IEnumerable<JsonElement> Walk(JsonElement json, string path) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(element => Walk(element, path)),
        _ when path.Length == 0 => [json],
        JsonValueKind.Object =>
            json.TryGetProperty(path.Split('.')[0], out JsonElement member) ? Walk(member, path.Contains('.') ? path[(path.IndexOf('.') + 1)..] : "") : [],
        _ => [],
    };

    private static object Convert(JsonElement value, Type type)
    {
        if (type == typeof(string))
            return value.GetString()!;
        if (type == typeof(bool))
            return value.ValueKind != JsonValueKind.False; // a flag of what can only be requested its presence
        if (type == typeof(DateTimeOffset))
            return DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return Activator.CreateInstance(type, value.GetString())!;
    }
}
