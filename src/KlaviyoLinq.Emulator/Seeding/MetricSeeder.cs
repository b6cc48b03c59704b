using System.Globalization;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Seeding;

/// <summary>The dozen metrics that a shop has, each with the integration that it comes from.</summary>
internal static class MetricSeeder
{
    internal static readonly (string Name, string Integration, string Category)[] Known =
    [
        ("Placed Order", "Shopify", "eCommerce"),
        ("Ordered Product", "Shopify", "eCommerce"),
        ("Fulfilled Order", "Shopify", "eCommerce"),
        ("Refunded Order", "Shopify", "eCommerce"),
        ("Started Checkout", "Shopify", "eCommerce"),
        ("Viewed Product", "API", "API"),
        ("Active on Site", "API", "API"),
        ("Opened Email", "Klaviyo", "Internal"),
        ("Clicked Email", "Klaviyo", "Internal"),
        ("Received Email", "Klaviyo", "Internal"),
        ("Subscribed to List", "Klaviyo", "Internal"),
        ("Received SMS", "Klaviyo", "Internal"),
    ];

    internal static void Seed(SeedContext context)
    {
        SeededRandom random = context.RandomFor("metric");
        ResourceDraft draft = context.Draft("metric");
        for (int i = 0; i < context.Size("metric"); i++)
        {
            (string name, string integration, string category) = Known[i % Known.Length];
            draft.Begin("name").WriteStringValue(i < Known.Length ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {i}"));
            Moments.Write(draft.Begin("created"), Moments.Opening + i * TimeSpan.TicksPerHour);
            Moments.Write(draft.Begin("updated"), Moments.Between(random, Moments.Opening + TimeSpan.TicksPerDay, Moments.Present));
            var json = draft.Begin("integration");
            json.WriteStartObject();
            json.WriteString("object", "integration");
            json.WriteString("id", integration == "Shopify" ? "0eMvjm" : integration == "API" ? "7FtS4J" : "0rG4eQ");
            json.WriteString("key", integration.ToLowerInvariant());
            json.WriteString("name", integration);
            json.WriteString("category", category);
            json.WriteEndObject();
            context.Store.Add(draft.Finish(Identities.Letters(random, 6)));
        }
    }
}
