using System.Collections;
using System.Reflection;
using System.Text.Json;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Testing.Tests;

/// <summary>
/// Finds the members in which two model objects differ. Reads the model's attributes by itself, so that it does not share the writer's mistakes.
/// </summary>
internal static class ModelComparison
{
    /// <summary>The paths of the members that differ.</summary>
    /// <param name="expected">The one.</param>
    /// <param name="actual">The other.</param>
    /// <param name="path">Where they stand.</param>
    /// <param name="receivedOnly">Whether only members count that an answer held.</param>
    internal static IEnumerable<string> Differences(KlaviyoObject expected, KlaviyoObject actual, string path, bool receivedOnly = false)
    {
        if (expected.GetType() != actual.GetType())
            return [$"{path}: {expected.GetType().Name} became {actual.GetType().Name}"];
        return expected.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanRead)
            .Where(property => property.SetMethod is { IsPublic: true } && !property.IsDefined(typeof(FilterOnlyAttribute)))
            .Where(property => !receivedOnly || (property.GetCustomAttribute<WireNameAttribute>() is { Name: not "id" } wire && actual.WasReceived(wire.Name)))
            .SelectMany(property => Compare(property.GetValue(expected), property.GetValue(actual), $"{path}.{property.Name}"));
    }

    private static IEnumerable<string> Compare(object? expected, object? actual, string path) => (expected, actual) switch
    {
        (null, null) => [],
        (null, _) or (_, null) => [$"{path}: {expected ?? "null"} became {actual ?? "null"}"],
        (KlaviyoResource one, KlaviyoResource other) => one.Id == other.Id ? [] : [$"{path}: {one.Id} became {other.Id}"],
        (KlaviyoObject one, KlaviyoObject other) => Differences(one, other, path),
        (string one, string other) => one == other ? [] : [$"{path}: '{one}' became '{other}'"],
        (KlaviyoMap one, KlaviyoMap other) => SameJson(JsonElement.Parse(one.ToString()), JsonElement.Parse(other.ToString()), path),
        (JsonElement one, JsonElement other) => SameJson(one, other, path),
        (IEnumerable<KlaviyoResource> one, IEnumerable<KlaviyoResource> other) =>
            Compare(
                string.Join(" ", one.Select(r => r.Id).Order(StringComparer.Ordinal)),
                string.Join(" ", other.Select(r => r.Id).Order(StringComparer.Ordinal)), path),
        (IEnumerable one, IEnumerable other) => Items([.. one.Cast<object?>()], [.. other.Cast<object?>()], path),
        _ => expected.Equals(actual) ? [] : [$"{path}: {expected} became {actual}"],
    };

    private static IEnumerable<string> Items(object?[] expected, object?[] actual, string path) => expected.Length == actual.Length
        ? expected.Zip(actual).SelectMany((pair, i) => Compare(pair.First, pair.Second, $"{path}[{i}]"))
        : [$"{path}: {expected.Length} items became {actual.Length}"];

    private static IEnumerable<string> SameJson(JsonElement expected, JsonElement actual, string path) =>
        (expected.ValueKind == JsonValueKind.Undefined
                ? actual.ValueKind == JsonValueKind.Undefined
                : actual.ValueKind != JsonValueKind.Undefined && JsonElement.DeepEquals(expected, actual))
            ? []
            : [$"{path}: {expected} became {actual}"];
}
