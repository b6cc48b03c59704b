using System.Globalization;

namespace KlaviyoLinq.Emulator.Seeding;

/// <summary>Guesses from the name of a string attribute what kind of text it holds.</summary>
internal static class AttributeWords
{
    internal static string Of(string name, SeededRandom random, int ordinal) => name switch
    {
        _ when name.EndsWith("email", StringComparison.Ordinal) =>
            string.Create(CultureInfo.InvariantCulture, $"person{ordinal}@{random.Pick(Wording.Domains)}"),
        "name" or "title" or "label" or "variation_name" or "subject" or "from_label" => Wording.Name(random, ordinal),
        "external_id" or "unique_code" or "sku" =>
            string.Create(CultureInfo.InvariantCulture, $"{random.Pick(Wording.Subjects).Split(' ')[0].ToUpperInvariant()}-{ordinal:0000}"),
        "html" => $"<html><body><h1>{random.Pick(Wording.Subjects)}</h1><p>Hi {{{{ first_name|default:'there' }}}}</p></body></html>",
        "format" => random.Pick(["png", "jpeg", "gif"]),
        "editor_type" => random.Pick(["CODE", "SYSTEM_DRAGGABLE", "USER_DRAGGABLE"]),
        "status" => random.Pick(["draft", "live", "manual"]),
        "channel" => random.Pick(["email", "sms", "mobile_push"]),
        "namespace" => random.Pick(["$api", "shopify"]),
        "timezone" => random.Pick(Wording.Places).TimeZone,
        "locale" => random.Pick(Wording.Locales),
        "preferred_currency" => "USD",
        "public_api_key" => "EMUL8R",
        "token" or "sync_token" => Identities.Uuid(random).Replace("-", ""),
        "background" => random.Pick(["AVAILABLE", "DENIED", "RESTRICTED"]),
        "vendor" => random.Pick(["APNs", "FCM"]),
        "recorded_date" => "2026-06-01T08:00:00+00:00",
        "author" => $"{random.Pick(Wording.FirstNames)} {random.Pick(Wording.LastNames)[0]}.",
        "prefixes" => string.Create(CultureInfo.InvariantCulture, $"192.0.2.{ordinal % 256}/32"),
        "inferred_type" => random.Pick(["text", "number", "boolean", "date"]),
        _ when name.EndsWith("_time", StringComparison.Ordinal) =>
            string.Create(CultureInfo.InvariantCulture, $"{random.Below(24):00}:{15 * random.Below(4):00}:00Z"),
        _ when name.EndsWith("url", StringComparison.Ordinal) || name is "images" or "image" =>
            string.Create(CultureInfo.InvariantCulture, $"https://images.example.com/{name}/{ordinal}"),
        _ when name.EndsWith("id", StringComparison.Ordinal) => Identities.Letters(random, 6),
        _ => $"{random.Pick(Wording.Adjectives)} {random.Pick(Wording.Products)}",
    };
}
