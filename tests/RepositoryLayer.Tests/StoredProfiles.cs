using System.Text.Json;
using KlaviyoLinq.Emulator;
using Shop.Subscribers;

namespace Shop.Tests;

/// <summary>Profiles of the emulated account as objects, for LINQ to Objects.</summary>
internal static class StoredProfiles
{
    internal static List<Subscriber> Subscribers(this KlaviyoEmulator emulator) => [.. emulator.Resources("profile").Select(Of)];

    private static Subscriber Of(JsonElement profile)
    {
        JsonElement attributes = profile.GetProperty("attributes");
        return new Subscriber(
            profile.GetProperty("id").GetString()!,
            Text(attributes, "email"),
            Text(attributes, "phone_number"),
            attributes.TryGetProperty("location", out JsonElement location) && location.ValueKind == JsonValueKind.Object ? Text(location, "city") : null,
            attributes.GetProperty("created").GetDateTimeOffset());
    }

    private static string? Text(JsonElement attributes, string name) => attributes.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
