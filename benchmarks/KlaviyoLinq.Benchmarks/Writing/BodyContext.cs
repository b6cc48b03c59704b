using System.Text.Json.Serialization;

namespace KlaviyoLinq.Benchmarks.Writing;

/// <summary>Source-generated serialization of the hand-written bodies. It leaves out null, so it cannot send one.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DataBody<ProfileBody>))]
[JsonSerializable(typeof(DataBody<VariantBody>))]
internal sealed partial class BodyContext : JsonSerializerContext;
