using System.Text.Json.Serialization;

namespace KlaviyoLinq.Benchmarks.Writing;

/// <summary>The attributes of a catalog variant as a hand-written class for System.Text.Json.</summary>
internal sealed class VariantBody
{
    [JsonPropertyName("external_id")]
    public string? ExternalId { get; set; }

    [JsonPropertyName("title")]
    public string? Title { get; set; }

    [JsonPropertyName("description")]
    public string? Description { get; set; }

    [JsonPropertyName("sku")]
    public string? Sku { get; set; }

    [JsonPropertyName("inventory_policy")]
    public long? InventoryPolicy { get; set; }

    [JsonPropertyName("inventory_quantity")]
    public double? InventoryQuantity { get; set; }

    [JsonPropertyName("price")]
    public double? Price { get; set; }

    [JsonPropertyName("url")]
    public string? Url { get; set; }

    [JsonPropertyName("images")]
    public IReadOnlyList<string>? Images { get; set; }

    [JsonPropertyName("published")]
    public bool? Published { get; set; }
}
