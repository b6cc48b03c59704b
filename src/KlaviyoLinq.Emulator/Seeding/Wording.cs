using System.Globalization;

namespace KlaviyoLinq.Emulator.Seeding;

/// <summary>The words of the account: plain ones, and some that trip careless code (accents, quotes, commas, parentheses, backslashes).</summary>
internal static class Wording
{
    internal static readonly string[] FirstNames =
    [
        "Sarah", "Mason", "Olivia", "Liam", "Emma", "Noah", "Ava", "Zoë", "José", "Jürgen", "Łukasz", "Siobhán", "Anaïs", "Mei", "Yuki", "Priya", "Arjun",
        "Fatima", "Omar", "Ingrid", "Björn", "Chloe", "Lucas", "Mia", "Ethan", "Isabella", "Aisha", "Mateo", "Sofia", "Kwame", "Nia", "Dmitri", "Elena", "明",
    ];

    internal static readonly string[] LastNames =
    [
        "Smith", "Johnson", "Williams", "O'Brien", "García", "Müller", "Nguyen", "Kowalski", "Dubois", "Rossi", "Silva", "Kim", "Tanaka", "Patel", "Khan",
        "Andersson", "Novák", "Papadopoulos", "van der Berg", "St. John", "D'Angelo", "MacLeod", "Yılmaz", "Okafor", "Haddad", "Cohen", "Ivanov", "Jensen",
    ];

    /// <summary>Spelling of non-ASCII letters of names in e-mail addresses.</summary>
    internal static readonly Dictionary<char, string> Plainly = new()
    {
        ['á'] = "a", ['é'] = "e", ['ë'] = "e", ['í'] = "i", ['ï'] = "i", ['ı'] = "i", ['ł'] = "l", ['ö'] = "oe", ['ü'] = "ue", ['明'] = "ming",
    };

    internal static readonly string[] Organizations =
        [
            "Acme", "Globex", "Initech", "Smith, Jones & Sons (UK)", "Umbrella \"Retail\" Ltd", "Hooli", "Wayne\\Stark", "Café Zoë",
            "Stark Industries", "O'Reilly's"
        ];

    internal static readonly string[] Titles = ["Engineer", "Buyer", "Owner", "Regional Manager", "CEO", "Designer", "Doctor"];

    internal static readonly string[] Domains = ["example.com", "example.org", "example.net", "mail.example.com"];

    internal static readonly string[] Locales = ["en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "ja-JP"];

    internal static readonly (string City, string Region, string Country, string TimeZone, double Latitude, double Longitude)[] Places =
    [
        ("Boston", "Massachusetts", "United States", "America/New_York", 42.3601, -71.0589),
        ("New York", "New York", "United States", "America/New_York", 40.7128, -74.006),
        ("San Francisco", "California", "United States", "America/Los_Angeles", 37.7749, -122.4194),
        ("London", "England", "United Kingdom", "Europe/London", 51.5072, -0.1276),
        ("Zürich", "ZH", "Switzerland", "Europe/Zurich", 47.3769, 8.5417),
        ("Berlin", "Berlin", "Germany", "Europe/Berlin", 52.52, 13.405),
        ("Paris", "Île-de-France", "France", "Europe/Paris", 48.8566, 2.3522),
        ("São Paulo", "SP", "Brazil", "America/Sao_Paulo", -23.5558, -46.6396),
        ("Sydney", "NSW", "Australia", "Australia/Sydney", -33.8688, 151.2093),
        ("Tokyo", "Tokyo", "Japan", "Asia/Tokyo", 35.6762, 139.6503),
        ("Toronto", "Ontario", "Canada", "America/Toronto", 43.6532, -79.3832),
        ("Nairobi", "Nairobi", "Kenya", "Africa/Nairobi", -1.2921, 36.8219),
    ];

    internal static readonly string[] Streets = ["Main Street", "High Street", "Elm Avenue", "Bahnhofstrasse", "Rue de l'Église", "Park Lane", "5th Avenue"];

    internal static readonly string[] Products =
        ["T-Shirt", "Hoodie", "Sneakers", "Backpack", "Mug", "Notebook", "Candle", "Scarf", "Bottle", "Lamp 12\"", "Socks (3-pack)", "Crème brûlée set"];

    internal static readonly string[] Adjectives =
        ["Classic", "Organic", "Limited", "Vintage", "Merino", "Recycled", "Premium", "Summer", "Winter", "Men's", "Women's", "Kids'"];

    internal static readonly string[] Subjects =
        [
            "Newsletter", "Welcome", "Flash sale", "VIPs (EU), 2025", "Black Friday", "Back in stock", "Win-back", "Birthday", "Ben's \"best\"",
            "Été", "Spring drop", "a\\b test"
        ];

    internal static string Name(SeededRandom random, int ordinal) => string.Create(CultureInfo.InvariantCulture, $"{random.Pick(Subjects)} {ordinal + 1}");
}
