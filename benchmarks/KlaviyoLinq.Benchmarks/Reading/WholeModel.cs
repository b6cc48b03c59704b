using System.Text.Json;
using System.Text.Json.Serialization;

namespace KlaviyoLinq.Benchmarks.Reading;

/// <summary>A page of whole profiles as one writes it down by hand: what the library's own model holds, the links of relationships included.</summary>
internal static class WholeModel
{
    internal sealed class Page
    {
        public List<Profile>? Data { get; set; }

        public Links? Links { get; set; }
    }

    internal sealed class Profile
    {
        public string? Type { get; set; }

        public string? Id { get; set; }

        public Attributes? Attributes { get; set; }

        public Dictionary<string, Relationship>? Relationships { get; set; }
    }

    internal sealed class Relationship
    {
        public Links? Links { get; set; }
    }

    internal sealed class Links
    {
        public string? Self { get; set; }

        public string? Related { get; set; }

        public string? Next { get; set; }
    }

    internal sealed class Attributes
    {
        public string? Email { get; set; }

        public string? PhoneNumber { get; set; }

        public string? ExternalId { get; set; }

        public string? FirstName { get; set; }

        public string? LastName { get; set; }

        public string? Organization { get; set; }

        public string? Locale { get; set; }

        public string? Title { get; set; }

        public string? Image { get; set; }

        public DateTimeOffset? Created { get; set; }

        public DateTimeOffset? Updated { get; set; }

        public DateTimeOffset? LastEventDate { get; set; }

        public Location? Location { get; set; }

        public Dictionary<string, JsonElement>? Properties { get; set; }
    }

    internal sealed class Location
    {
        public string? Address1 { get; set; }

        public string? Address2 { get; set; }

        public string? City { get; set; }

        public string? Country { get; set; }

        public double? Latitude { get; set; }

        public double? Longitude { get; set; }

        public string? Region { get; set; }

        public string? Zip { get; set; }

        public string? Timezone { get; set; }

        public string? Ip { get; set; }
    }
}
