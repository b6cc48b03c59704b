using System.Text.Json;
using System.Text.RegularExpressions;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Reading;

/// <summary>
/// Reads the filters out of the description of the <c>filter</c> parameter, a line for each field: <c>`email`: `any`, `equals`</c>. The operand follows
/// from the operator. The kind of the literal is not said: it is that of the attribute the field names, and where it names none it follows from its name
/// (a moment in time, a flag, or else text: what is left are ids and words). The flags are two fields of reviews, which later documents declare as such.
/// </summary>
internal static partial class FilterProse
{
    internal static IReadOnlyList<FilterSpec> Read(JsonElement operation, string resourceType, AttributeKinds kinds) =>
    [
        .. from parameter in operation.GetProperty("parameters").EnumerateArray()
           where parameter.GetProperty("name").GetString() == "filter"
           from line in Line().Matches(parameter.GetProperty("description").GetString()!)
           select Field(line.Groups["field"].Value, [.. Name().Matches(line.Groups["operators"].Value).Select(name => name.Value)], resourceType, kinds),
    ];

    private static FilterSpec Field(string field, string[] operators, string resourceType, AttributeKinds kinds)
    {
        FilterOperatorSpec[] listed =
            [.. operators.Select(name => new FilterOperatorSpec(name, name switch { "has" => "none", "any" => "list", _ => "single" }))];
        if (operators is ["has"])
            return new FilterSpec(field, null, listed);
        (string? kind, IReadOnlyList<string> values) = kinds.Of(resourceType, field);
        return new FilterSpec(field, kind ?? KindByName(field), listed) { Values = values };
    }

    private static string KindByName(string field) =>
        IsMoment().IsMatch(field) ? "date-time" : field is "edited" or "incentivized" ? "boolean" : "string";

    [GeneratedRegex("`(?<field>[^`]+)` ?:(?<operators>( ?`[a-z-]+`,?)+)")]
    private static partial Regex Line();

    [GeneratedRegex("(?<=`)[a-z-]+(?=`)")]
    private static partial Regex Name();

    [GeneratedRegex("(^|[._])(created|updated|timestamp|datetime|date|at)$")]
    private static partial Regex IsMoment();
}
