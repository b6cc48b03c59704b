using System.Text.Json.Serialization;

namespace KlaviyoLinq.Benchmarks.Writing;

/// <summary>The data of a body as a hand-written class for System.Text.Json.</summary>
/// <typeparam name="T">The class of the attributes.</typeparam>
internal sealed class DataBody<T>
{
    [JsonPropertyName("type")]
    public required string Type { get; set; }

    [JsonPropertyName("attributes")]
    public required T Attributes { get; set; }
}
