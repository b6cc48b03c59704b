using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests.Revisions;

/// <summary>Finds every leaf of an answer's JSON in the object that was read from it.</summary>
internal static class Leaves
{
    /// <summary>The paths of the leaves that the object does not hold, or holds with another value.</summary>
    internal static IEnumerable<string> Lost(JsonElement json, object? value, string path) => (json.ValueKind, value) switch
    {
        (_, KlaviyoMap map) => Unless(JsonElement.DeepEquals(json, JsonElement.Parse(map.ToString())), path),
        (_, JsonElement element) => Unless(JsonElement.DeepEquals(json, element), path),
        (JsonValueKind.Object, KlaviyoObject model) => json.EnumerateObject().SelectMany(member => Lost(member, model, $"{path}.{member.Name}")),
        // Revision 2022-10-17 describes the suppressions of a profile as one object, which is read as a list of one.
        (JsonValueKind.Object, IEnumerable items and not string) => Lost([json], [.. items.Cast<object?>()], path),
        (JsonValueKind.Array, IEnumerable items and not string) => Lost([.. json.EnumerateArray()], [.. items.Cast<object?>()], path),
        _ => Unless(Scalar(json, value), path),
    };

    private static IEnumerable<string> Lost(JsonProperty member, KlaviyoObject model, string path)
    {
        if (model.GetType().GetProperty("Json") is { } whole && whole.PropertyType == typeof(KlaviyoMap))
            return Lost(member, (KlaviyoMap)whole.GetValue(model)!, path);
        PropertyInfo[] properties = [.. model.GetType().GetProperties().Where(property => property.CanRead)];
        if (properties.FirstOrDefault(property => property.GetCustomAttribute<WireNameAttribute>()?.Name == member.Name) is { } property)
            return Lost(member.Value, property.GetValue(model), path);
        if (properties.FirstOrDefault(
                property => property.GetCustomAttribute<RelationshipIdAttribute>() is { } id && id.Name + "_id" == member.Name) is { } identifier)
            return Lost(member.Value, identifier.GetValue(model), path);
        return Lost(member, model.UnmappedMembers, path);
    }

    private static IEnumerable<string> Lost(JsonProperty member, KlaviyoMap map, string path) =>
        Unless(map.TryGetValue(member.Name, out JsonElement kept) && JsonElement.DeepEquals(kept, member.Value), path);

    private static IEnumerable<string> Lost(JsonElement[] items, object?[] values, string path) =>
        items.Length == values.Length ? items.SelectMany((item, i) => Lost(item, values[i], $"{path}[{i}]")) : [path];

    private static IEnumerable<string> Unless(bool found, string path) => found ? [] : [path];

    private static bool Scalar(JsonElement json, object? value) => (json.ValueKind, value) switch
    {
        (JsonValueKind.String, DateTimeOffset moment) => moment == json.GetDateTimeOffset(),
        (JsonValueKind.String, DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture) == json.GetString(),
        (JsonValueKind.String, IKlaviyoEnum known) => known.Value == json.GetString(),
        (JsonValueKind.True or JsonValueKind.False, bool flag) => flag == json.GetBoolean(),
        (JsonValueKind.Number, long number) => number == json.GetDecimal(),
        (JsonValueKind.Number, double number) => number == json.GetDouble(),
        (JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False, KlaviyoValue scalar) =>
            string.Equals(scalar.AsString(), json.ToString(), StringComparison.OrdinalIgnoreCase),
        (_, string text) => text == json.ToString(),
        _ => false,
    };
}
