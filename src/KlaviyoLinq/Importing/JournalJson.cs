using System.Text.Json.Serialization;

namespace KlaviyoLinq.Importing;

/// <summary>JSON of the entries of a journal, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KlaviyoJournalEntry))]
internal sealed partial class JournalJson : JsonSerializerContext;
