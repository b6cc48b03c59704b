using System.Text.Json;
using System.Text.Json.Serialization;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Correcting;

/// <summary>The hand-written corrections in <c>spec/overrides.json</c>. Every one carries its reason.</summary>
internal sealed class OverridesFile
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    /// <summary>Members whose kind the document states wrongly or too loosely.</summary>
    public IReadOnlyList<MemberOverride> Members { get; init; } = [];

    /// <summary>Relationships that have operations, but that the resource does not list.</summary>
    public IReadOnlyList<RelationshipOverride> VirtualRelationships { get; init; } = [];

    /// <summary>Relationships whose identifiers come without being included.</summary>
    public IReadOnlyList<IdentifiersOverride> IdentifiersAlwaysSent { get; init; } = [];

    /// <summary>Fields that an operation with a required filter requires; several are alternatives.</summary>
    public IReadOnlyList<RequiredFilterOverride> RequiredFilters { get; init; } = [];

    /// <summary>Parameters whose values the document lists elsewhere.</summary>
    public IReadOnlyList<ParameterValuesOverride> ParameterValues { get; init; } = [];

    /// <summary>Corrections of rate limits that were read from descriptions.</summary>
    public IReadOnlyList<RateLimitVariantOverride> RateLimitVariants { get; init; } = [];

    /// <summary>Filter fields that stand elsewhere in the model than their name says.</summary>
    public IReadOnlyList<FilterPathOverride> FilterPaths { get; init; } = [];

    /// <summary>Filter fields that spell values differently from the resource.</summary>
    public IReadOnlyList<FilterSpellingOverride> FilterSpellings { get; init; } = [];

    /// <summary>Members that can be filtered by, but are never sent.</summary>
    public IReadOnlyList<FilterOnlyOverride> FilterOnly { get; init; } = [];

    /// <summary>Class names for components.</summary>
    public IReadOnlyList<NameOverride> ClassNames { get; init; } = [];

    /// <summary>Prefix of the component classes of a resource type, where it differs from the type's name.</summary>
    public IReadOnlyList<NameOverride> ClassPrefixes { get; init; } = [];

    /// <summary>Names for the base classes of unions, by the name they would have.</summary>
    public IReadOnlyList<NameOverride> UnionNames { get; init; } = [];

    /// <summary>Type names for enumerations, by the first member (<c>class.member</c>) that has them.</summary>
    public IReadOnlyList<NameOverride> EnumNames { get; init; } = [];

    /// <summary>Names of the context's sets, by path.</summary>
    public IReadOnlyList<NameOverride> SetNames { get; init; } = [];

    internal static OverridesFile Parse(string json) =>
        JsonSerializer.Deserialize<OverridesFile>(json, _options) ?? throw new SpecificationException("The overrides are empty.");
}
