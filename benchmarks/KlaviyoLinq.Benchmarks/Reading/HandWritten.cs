using System.Text.Json.Serialization;

namespace KlaviyoLinq.Benchmarks.Reading;

/// <summary>The framework's generated readers for the hand-written models.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(WholeModel.Page), TypeInfoPropertyName = "Whole")]
[JsonSerializable(typeof(LeanModel.Page), TypeInfoPropertyName = "Lean")]
[JsonSerializable(typeof(ThreeMemberModel.Page), TypeInfoPropertyName = "ThreeMembers")]
[JsonSerializable(typeof(WholeModel.Profile), TypeInfoPropertyName = "WholeProfile")]
[JsonSerializable(typeof(LeanModel.Profile), TypeInfoPropertyName = "LeanProfile")]
[JsonSerializable(typeof(ThreeMemberModel.Profile), TypeInfoPropertyName = "ThreeMembersProfile")]
[JsonSerializable(typeof(List<WholeModel.Profile>), TypeInfoPropertyName = "WholeProfiles")]
[JsonSerializable(typeof(List<LeanModel.Profile>), TypeInfoPropertyName = "LeanProfiles")]
[JsonSerializable(typeof(List<ThreeMemberModel.Profile>), TypeInfoPropertyName = "ThreeMembersProfiles")]
[JsonSerializable(typeof(WholeModel.Attributes), TypeInfoPropertyName = "WholeAttributes")]
[JsonSerializable(typeof(ThreeMemberModel.Attributes), TypeInfoPropertyName = "ThreeMembersAttributes")]
[JsonSerializable(typeof(WholeModel.Location), TypeInfoPropertyName = "WholeLocation")]
[JsonSerializable(typeof(ThreeMemberModel.Location), TypeInfoPropertyName = "ThreeMembersLocation")]
internal sealed partial class HandWritten : JsonSerializerContext;
