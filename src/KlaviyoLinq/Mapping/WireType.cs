using System.Text.Json;
using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Mapping;

/// <summary>A type of mapped members: how its values are read, and what filters compare them with.</summary>
/// <param name="expected">The JSON that is read, for failures: <c>a date-time</c>.</param>
/// <param name="attribute">The kind of attribute.</param>
/// <param name="filter">The kind of literal in filters; <see cref="ValueKind.None"/> for a type that no filter can compare.</param>
/// <param name="read">Reads a value.</param>
internal sealed class WireType(string expected, AttributeKind attribute, ValueKind filter, TryReadJson read)
{
    internal string Expected { get; } = expected;

    internal AttributeKind Attribute { get; } = attribute;

    internal ValueKind Filter { get; } = filter;

    /// <summary>Indicates whether values are JSON arrays of <see cref="Attribute"/>.</summary>
    internal bool IsArray { get; init; }

    /// <summary>Indicates whether Klaviyo orders the values as C# does; false for enumerations, which C# orders by number and Klaviyo by name.</summary>
    internal bool IsOrdered { get; init; } = true;

    /// <summary>The value of a filter for a value of C#; null where there is none. Without it a value is sent as it is.</summary>
    internal Func<object, object?>? Write { get; init; }

    /// <summary>Indicates whether a filter finds a value in one spelling only.</summary>
    internal bool HasOneText { get; init; }

    internal bool TryRead(JsonElement json, out object? value) => read(json, out value);

    /// <summary>Returns true when a filter that compares with the value finds the JSON that it was read from.</summary>
    internal bool IsFoundBy(JsonElement json, object value) => !HasOneText || (Write!(value) switch
    {
        string text => json.ValueKind == JsonValueKind.String && json.ValueEquals(text),
        DateTimeOffset midnight => WireTypes.Moment(json, out object? moment) && moment is DateTimeOffset read && read == midnight,
        _ => true,
    });
}
