using System.Text.Json.Serialization;

namespace KlaviyoLinq.Benchmarks.Writing;

/// <summary>The attributes of a profile as a hand-written class for System.Text.Json.</summary>
internal sealed class ProfileBody
{
    [JsonPropertyName("email")]
    public string? Email { get; set; }

    [JsonPropertyName("phone_number")]
    public string? PhoneNumber { get; set; }

    [JsonPropertyName("external_id")]
    public string? ExternalId { get; set; }

    [JsonPropertyName("first_name")]
    public string? FirstName { get; set; }

    [JsonPropertyName("last_name")]
    public string? LastName { get; set; }

    [JsonPropertyName("organization")]
    public string? Organization { get; set; }

    [JsonPropertyName("title")]
    public string? Title { get; set; }

    [JsonPropertyName("location")]
    public LocationBody? Location { get; set; }
}
