using System.Text.Json.Serialization;

namespace KlaviyoLinq.Benchmarks.Writing;

/// <summary>The location within <see cref="ProfileBody"/>.</summary>
internal sealed class LocationBody
{
    [JsonPropertyName("city")]
    public string? City { get; set; }

    [JsonPropertyName("country")]
    public string? Country { get; set; }

    [JsonPropertyName("zip")]
    public string? Zip { get; set; }
}
