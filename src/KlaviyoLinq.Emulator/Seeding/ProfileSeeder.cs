using System.Globalization;
using System.Text;
using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Seeding;

/// <summary>People with names, addresses and habits; some of everything is missing somewhere.</summary>
internal static class ProfileSeeder
{
    internal static void Seed(SeedContext context)
    {
        SeededRandom random = context.RandomFor("profile");
        ResourceDraft draft = context.Draft("profile");
        Action<Utf8JsonWriter, int> subscriptions = CompleteSubscriptions(context);
        int count = context.Size("profile");
        long step = (Moments.Present - Moments.Opening) / Math.Max(1, count);
        for (int i = 0; i < count; i++)
        {
            long created = Moments.Opening + step * i;
            created -= created % TimeSpan.TicksPerSecond;
            context.Store.Add(Profile(draft, random, i, created, subscriptions));
        }
    }

    /// <summary>Consents of a profile. The first profiles show every channel, the others the common ones.</summary>
    private static Action<Utf8JsonWriter, int> CompleteSubscriptions(SeedContext context)
    {
        AttributeValues values = context.Values(context.RandomFor("profile subscriptions"));
        AttributeFacts facts = context.Catalogue.FindResource("profile")!.FindAttribute("subscriptions")!;
        return (json, ordinal) => values.Write(json, facts, ordinal);
    }

    private static StoredResource Profile(
        ResourceDraft draft, SeededRandom random, int ordinal, long created, Action<Utf8JsonWriter, int> completeSubscriptions)
    {
        string first = random.Pick(Wording.FirstNames);
        string last = random.Pick(Wording.LastNames);
        WriteText(draft, "email", random.OneIn(30) ? null : Email(first, last, ordinal, random));
        WriteText(draft, "phone_number", random.OneIn(3) ? null : string.Create(CultureInfo.InvariantCulture, $"+1{6_172_000_000L + ordinal}"));
        WriteText(draft, "external_id", random.OneIn(4) ? null : (100_000 + ordinal).ToString(CultureInfo.InvariantCulture));
        WriteText(draft, "first_name", random.OneIn(20) ? null : first);
        WriteText(draft, "last_name", random.OneIn(20) ? null : last);
        WriteText(draft, "organization", random.OneIn(2) ? null : random.Pick(Wording.Organizations));
        WriteText(draft, "locale", random.OneIn(5) ? null : random.Pick(Wording.Locales));
        WriteText(draft, "title", random.OneIn(3) ? random.Pick(Wording.Titles) : null);
        WriteText(draft, "image", random.OneIn(10) ? string.Create(CultureInfo.InvariantCulture, $"https://images.example.com/{ordinal}.png") : null);
        Moments.Write(draft.Begin("created"), random, created);
        long updated = Moments.Between(random, created, Moments.Present);
        Moments.Write(draft.Begin("updated"), random, updated);
        WriteLastEvent(draft.Begin("last_event_date"), random, updated);
        WriteLocation(draft.Begin("location"), random, ordinal);
        WriteProperties(draft.Begin("properties"), random, ordinal);
        if (Completeness.Decides(ordinal))
            completeSubscriptions(draft.Begin("subscriptions"), ordinal);
        else
            ConsentSeeding.WriteSubscriptions(draft.Begin("subscriptions"), random, created);
        ConsentSeeding.WritePredictions(draft.Begin("predictive_analytics"), random);
        return draft.Finish(Identities.Ulid(random, created));
    }

    private static string Email(string first, string last, int ordinal, SeededRandom random)
    {
        string local = string.Create(CultureInfo.InvariantCulture, $"{first}.{last}.{ordinal}").ToLowerInvariant();
        StringBuilder letters = new(local.Length);
        foreach (char c in local)
            if (c is '.' or '\'' || char.IsAsciiLetterOrDigit(c))
                letters.Append(c);
            else if (Wording.Plainly.TryGetValue(c, out string? plain))
                letters.Append(plain);
        return $"{letters}@{random.Pick(Wording.Domains)}";
    }

    private static void WriteText(ResourceDraft draft, string name, string? value) => draft.Begin(name).WriteStringValue(value);

    private static void WriteLastEvent(Utf8JsonWriter json, SeededRandom random, long updated)
    {
        if (random.OneIn(6))
            json.WriteNullValue();
        else
            Moments.Write(json, random, updated);
    }

    private static void WriteLocation(Utf8JsonWriter json, SeededRandom random, int ordinal)
    {
        var place = random.Pick(Wording.Places);
        bool unknown = random.OneIn(10);
        json.WriteStartObject();
        json.WriteString(
            "address1", unknown || random.OneIn(3) ? null : string.Create(CultureInfo.InvariantCulture, $"{1 + ordinal % 900} {random.Pick(Wording.Streets)}"));
        json.WriteString("address2", ordinal % 5 == 0 ? string.Create(CultureInfo.InvariantCulture, $"Apt. {ordinal}") : null);
        json.WriteString("city", unknown ? null : place.City);
        json.WriteString("country", unknown ? null : place.Country);
        WriteCoordinate(json, "latitude", unknown, place.Latitude, ordinal);
        WriteCoordinate(json, "longitude", unknown, place.Longitude, ordinal);
        json.WriteString("region", unknown ? null : place.Region);
        json.WriteString("zip", unknown || random.OneIn(4) ? null : (10_000 + ordinal % 90_000).ToString(CultureInfo.InvariantCulture));
        json.WriteString("timezone", unknown ? null : place.TimeZone);
        json.WriteString("ip", random.OneIn(3) ? string.Create(CultureInfo.InvariantCulture, $"192.0.2.{ordinal % 256}") : null);
        json.WriteEndObject();
    }

    /// <summary>Klaviyo sends coordinates as numbers or as strings, whichever came in.</summary>
    private static void WriteCoordinate(Utf8JsonWriter json, string name, bool unknown, double value, int ordinal)
    {
        if (unknown)
            json.WriteNull(name);
        else if (ordinal % 7 == 0)
            json.WriteString(name, value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        else
            json.WriteNumber(name, value);
    }

    private static void WriteProperties(Utf8JsonWriter json, SeededRandom random, int ordinal)
    {
        json.WriteStartObject();
        if (random.OneIn(2))
            json.WriteString("Favorite Color", random.OneIn(2) ? "green" : "Blue");
        if (random.OneIn(2))
            json.WriteNumber("loyalty_points", random.Below(5000));
        if (random.OneIn(5))
            json.WriteBoolean("is VIP?", random.OneIn(2));
        if (random.OneIn(8))
            json.WriteNull("$consent_source");
        if (random.OneIn(10))
        {
            json.WriteStartArray("Größen");
            json.WriteStringValue("M");
            json.WriteNumberValue(42);
            json.WriteEndArray();
        }
        if (random.OneIn(20))
            json.WriteNumber("ratio", ordinal / 8.0);
        json.WriteEndObject();
    }
}
