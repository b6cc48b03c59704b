using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KlaviyoLinq.Mapping;

/// <summary>Factory of converters by which objects within attributes hold the same scalars as attributes do.</summary>
[UnconditionalSuppressMessage("Trimming", "IL2055", Justification = "Only classes that were mapped get here, and KlaviyoOptions.Map warns of those.")]
[UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only classes that were mapped get here, and KlaviyoOptions.Map warns of those.")]
internal sealed class WireConverterFactory : JsonConverterFactory
{
    // The keys of dictionaries are texts, which the framework reads itself.
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert != typeof(string) && typeToConvert != typeof(JsonElement) && WireTypes.Find(typeToConvert) is not null;

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(WireConverter<>).MakeGenericType(typeToConvert), WireTypes.Find(typeToConvert))!;
}
