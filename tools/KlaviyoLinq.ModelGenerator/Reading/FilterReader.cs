using System.Text.Json;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Reading;

/// <summary>Reads <c>x-klaviyo-filters</c>: which fields an operation filters by, and with which operators.</summary>
internal static class FilterReader
{
    /// <summary>The filters, or null where the document has no such extension: before 2026-04-15 they stand in prose alone.</summary>
    internal static IReadOnlyList<FilterSpec>? Read(JsonElement operation) =>
        operation.TryGetProperty("x-klaviyo-filters", out JsonElement filters)
            ? [.. filters.EnumerateObject().Select(field => Field(field.Name, field.Value))]
            : null;

    private static FilterSpec Field(string name, JsonElement filter)
    {
        FilterOperatorSpec[] operators =
        [
            .. from operand in filter.GetProperty("operators").EnumerateObject()
               from listed in operand.Value.EnumerateArray()
               select new FilterOperatorSpec(listed.GetString()!, operand.Name),
        ];
        string? kind = null;
        string[] values = [];
        if (filter.TryGetProperty("value", out JsonElement value))
        {
            kind = Kind(value);
            if (value.TryGetProperty("enum", out JsonElement listed))
                values = [.. listed.EnumerateArray().Select(item => item.ToString())];
        }

        return new FilterSpec(name, kind, operators) { Values = values };
    }

    private static string Kind(JsonElement value)
    {
        string type = value.GetProperty("type").GetString()!;
        return value.TryGetProperty("format", out JsonElement format) ? format.GetString()! : type;
    }
}
