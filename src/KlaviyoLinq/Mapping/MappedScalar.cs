using System.Text.Json;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Scalars;

namespace KlaviyoLinq.Mapping;

/// <summary>Scalars of mapped classes, read as those of the library's own are.</summary>
internal static class MappedScalar
{
    internal static bool IsKnown(Type type) =>
        type == typeof(string) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(double) || type == typeof(long) || type == typeof(int) || type == typeof(bool);

    /// <param name="type">One of the known types.</param>
    /// <param name="json">The value.</param>
    /// <param name="path">Where it stands, for the failure.</param>
    /// <param name="owner">The resource that holds it.</param>
    /// <exception cref="KlaviyoMaterializationException">It cannot be read as that.</exception>
    internal static object? Read(Type type, JsonElement json, string path, Model.KlaviyoResource owner)
    {
        var token = new ScalarToken(json);
        if (type == typeof(string))
            return token.TryReadString(out string? text) ? text : throw Unreadable("a string");
        if (type == typeof(DateTimeOffset))
            return token.TryReadDateTime(out DateTimeOffset? moment) ? moment : throw Unreadable("a date-time");
        if (type == typeof(DateOnly))
            return token.TryReadDate(out DateOnly? date) ? date : throw Unreadable("a date");
        if (type == typeof(double))
            return token.TryReadNumber(out double? number) ? number : throw Unreadable("a number");
        if (type == typeof(bool))
            return token.TryReadBoolean(out bool? flag) ? flag : throw Unreadable("a boolean");
        if (!token.TryReadInteger(out long? whole) || (type == typeof(int) && whole is < int.MinValue or > int.MaxValue))
            throw Unreadable("a whole number");
        return type == typeof(int) ? (object?)(int?)whole : whole;

        KlaviyoMaterializationException Unreadable(string expected) => new(expected, JsonKinds.Describe(json.ValueKind), path, owner.ResourceType, owner.Id);
    }
}
