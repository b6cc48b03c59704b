using System.Text.Json.Serialization;

namespace KlaviyoLinq.Samples.Export.Files;

/// <summary>How the state is written as JSON.</summary>
[JsonSerializable(typeof(ExportState))]
internal sealed partial class ExportStateJson : JsonSerializerContext;
