using System.Globalization;
using System.Text.Json.Nodes;

namespace KlaviyoLinq.Conformance.Tests.Validation;

/// <summary>Holds parameters like <c>page[size]</c> and <c>fields[profile]</c> against the document: the validator passes over names with brackets.</summary>
internal static class BracketedParameters
{
    /// <summary>Returns whether a value matches the parameter's schema.</summary>
    internal static bool Conforms(JsonObject parameter, string value)
    {
        JsonObject schema = parameter["schema"]!.AsObject();
        return (string?)schema["type"] switch
        {
            "integer" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                && number >= ((int?)schema["minimum"] ?? int.MinValue) && number <= ((int?)schema["maximum"] ?? int.MaxValue),
            "array" => value.Split(',').All(element => Lists(schema["items"]!["enum"], element)),
            _ => Lists(schema["enum"], value),
        };
    }

    private static bool Lists(JsonNode? values, string value) => values is not JsonArray listed || listed.Any(one => (string?)one == value);
}
