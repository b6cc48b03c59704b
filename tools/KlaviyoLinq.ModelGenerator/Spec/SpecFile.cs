using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace KlaviyoLinq.ModelGenerator.Spec;

/// <summary>The distilled facts as a file: stable order, LF, what is empty or false left out, and short enough to be reviewed line by line.</summary>
internal static class SpecFile
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { OmitEmptyLists, KeepKinds } },
    };

    internal static KlaviyoSpec Parse(string json) =>
        JsonSerializer.Deserialize<KlaviyoSpec>(json, _options) ?? throw new SpecificationException("The distilled facts are empty.");

    internal static string Write(KlaviyoSpec spec) => JsonLayout.Write(JsonSerializer.SerializeToNode(spec, _options)!);

    internal static WritesSpec ParseWrites(string json) =>
        JsonSerializer.Deserialize<WritesSpec>(json, _options) ?? throw new SpecificationException("The distilled facts are empty.");

    internal static string Write(WritesSpec spec) => JsonLayout.Write(JsonSerializer.SerializeToNode(spec, _options)!);

    private static void OmitEmptyLists(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties)
            if (property.PropertyType != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(property.PropertyType))
                property.ShouldSerialize = static (_, value) => value is System.Collections.IEnumerable list && list.Cast<object>().Any();
    }

    /// <summary>The first kind is the default of its type, and yet must be written.</summary>
    private static void KeepKinds(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties)
            if (property.PropertyType == typeof(MemberKind))
                property.ShouldSerialize = static (_, _) => true;
    }
}
