using System.Text.Json.Serialization;

namespace KlaviyoLinq.Benchmarks.Writing;

/// <summary>The same serialization as <see cref="BodyContext"/>, generated without metadata.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(DataBody<ProfileBody>))]
[JsonSerializable(typeof(DataBody<VariantBody>))]
internal sealed partial class WriteOnlyContext : JsonSerializerContext;
