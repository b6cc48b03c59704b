using System.Text.Json.Serialization;

namespace KlaviyoLinq.Samples.Export.Files;

/// <summary>JSON serialization of the state.</summary>
[JsonSerializable(typeof(ExportState))]
internal sealed partial class ExportStateJson : JsonSerializerContext;
