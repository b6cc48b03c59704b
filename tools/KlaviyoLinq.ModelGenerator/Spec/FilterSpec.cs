using System.Text.Json.Serialization;

namespace KlaviyoLinq.ModelGenerator.Spec;

/// <summary>One field an operation filters by.</summary>
/// <param name="Field">The wire name, with dots.</param>
/// <param name="Kind">The literal's kind; null where the field takes none.</param>
/// <param name="Operators">The operators, each with the operand it is listed under.</param>
internal sealed record FilterSpec(string Field, string? Kind, IReadOnlyList<FilterOperatorSpec> Operators)
{
    /// <summary>The values of an enumeration.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Spellings of the resource, each with that of the field, for values that the two spell differently. Known from overrides only.</summary>
    [JsonIgnore]
    public IReadOnlyList<KeyValuePair<string, string>> Spellings { get; init; } = [];

    /// <summary>Indicates whether every request requires this filter, or another required one. Known from overrides only.</summary>
    public bool Required { get; init; }
}
