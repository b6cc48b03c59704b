using System.Globalization;

namespace KlaviyoLinq.Emulator.Seeding;

/// <summary>Guesses from the name of a string attribute what kind of text it holds.</summary>
internal static class AttributeWords
{
    internal static string Of(string name, Chance chance, int ordinal) => name switch
    {
        _ when name.EndsWith("email", StringComparison.Ordinal) => string.Create(CultureInfo.InvariantCulture, $"person{ordinal}@{chance.Pick(Wording.Domains)}"),
        "name" or "title" or "label" or "variation_name" or "subject" or "from_label" => Wording.Name(chance, ordinal),
        "external_id" or "unique_code" or "sku" => string.Create(CultureInfo.InvariantCulture, $"{chance.Pick(Wording.Subjects).Split(' ')[0].ToUpperInvariant()}-{ordinal:0000}"),
        "html" => $"<html><body><h1>{chance.Pick(Wording.Subjects)}</h1><p>Hi {{{{ first_name|default:'there' }}}}</p></body></html>",
        "format" => chance.Pick(["png", "jpeg", "gif"]),
        "editor_type" => chance.Pick(["CODE", "SYSTEM_DRAGGABLE", "USER_DRAGGABLE"]),
        "status" => chance.Pick(["draft", "live", "manual"]),
        "channel" => chance.Pick(["email", "sms", "mobile_push"]),
        "namespace" => chance.Pick(["$api", "shopify"]),
        "timezone" => chance.Pick(Wording.Places).TimeZone,
        "locale" => chance.Pick(Wording.Locales),
        "preferred_currency" => "USD",
        "public_api_key" => "EMUL8R",
        "token" or "sync_token" => Identities.Uuid(chance).Replace("-", ""),
        "background" => chance.Pick(["AVAILABLE", "DENIED", "RESTRICTED"]),
        "vendor" => chance.Pick(["APNs", "FCM"]),
        "recorded_date" => "2026-06-01T08:00:00+00:00",
        "author" => $"{chance.Pick(Wording.FirstNames)} {chance.Pick(Wording.LastNames)[0]}.",
        "prefixes" => string.Create(CultureInfo.InvariantCulture, $"192.0.2.{ordinal % 256}/32"),
        "inferred_type" => chance.Pick(["text", "number", "boolean", "date"]),
        _ when name.EndsWith("_time", StringComparison.Ordinal) => string.Create(CultureInfo.InvariantCulture, $"{chance.Below(24):00}:{15 * chance.Below(4):00}:00Z"),
        _ when name.EndsWith("url", StringComparison.Ordinal) || name is "images" or "image" => string.Create(CultureInfo.InvariantCulture, $"https://images.example.com/{name}/{ordinal}"),
        _ when name.EndsWith("id", StringComparison.Ordinal) => Identities.Letters(chance, 6),
        _ => $"{chance.Pick(Wording.Adjectives)} {chance.Pick(Wording.Products)}",
    };
}
