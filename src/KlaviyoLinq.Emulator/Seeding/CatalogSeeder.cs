using System.Globalization;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Seeding;

/// <summary>A catalogue of products: categories, items, and variants of the items.</summary>
internal static class CatalogSeeder
{
    internal static void Seed(SeedContext context)
    {
        SeedCategories(context);
        SeedProducts(context, "catalog-item", "");
        SeedProducts(context, "catalog-variant", "-V");
        Relate(context);
    }

    private static void SeedCategories(SeedContext context)
    {
        SeededRandom random = context.RandomFor("catalog-category");
        ResourceDraft draft = context.Draft("catalog-category");
        for (int i = 0; i < context.Size("catalog-category"); i++)
        {
            string external = string.Create(CultureInfo.InvariantCulture, $"CAT-{i:000}");
            draft.Begin("external_id").WriteStringValue(external);
            draft.Begin("name").WriteStringValue(
                random.OneIn(10) ? null : string.Create(CultureInfo.InvariantCulture, $"{random.Pick(Wording.Adjectives)} {i}"));
            long created = Moments.Between(random, Moments.Opening, Moments.Present);
            Moments.Write(draft.Begin("updated"), random, Moments.Between(random, created, Moments.Present + TimeSpan.TicksPerHour));
            Moments.Write(draft.Begin("created"), random, created);
            context.Store.Add(draft.Finish("$custom:::$default:::" + external));
        }
    }

    private static void SeedProducts(SeedContext context, string type, string suffix)
    {
        SeededRandom random = context.RandomFor(type);
        ResourceDraft draft = context.Draft(type);
        bool variant = type == "catalog-variant";
        for (int i = 0; i < context.Size(type); i++)
        {
            string external = string.Create(CultureInfo.InvariantCulture, $"SKU-{i:00000}{suffix}");
            string title = $"{random.Pick(Wording.Adjectives)} {random.Pick(Wording.Products)}";
            draft.Begin("external_id").WriteStringValue(external);
            draft.Begin("title").WriteStringValue(title);
            draft.Begin("description").WriteStringValue(random.OneIn(8) ? null : $"{title}: a favourite (\"really\"), 100% cotton.");
            if (variant)
            {
                draft.Begin("sku").WriteStringValue(external);
                draft.Begin("inventory_policy").WriteNumberValue(random.Below(3));
                draft.Begin("inventory_quantity").WriteNumberValue(random.Below(500));
            }
            WritePrice(draft, random);
            draft.Begin("url").WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"https://shop.example.com/products/{i}"));
            draft.Begin("image_full_url").WriteStringValue(random.OneIn(6) ? null : $"https://images.example.com/{external}.jpg");
            draft.Begin("image_thumbnail_url").WriteStringValue(i % 4 == 0 ? $"https://images.example.com/small/{external}.jpg" : null);
            WriteImages(draft, random, external);
            WriteMetadata(draft, random);
            draft.Begin("published").WriteBooleanValue(!random.OneIn(5));
            long created = Moments.Between(random, Moments.Opening, Moments.Present);
            Moments.Write(draft.Begin("created"), random, created);
            Moments.Write(draft.Begin("updated"), random, Moments.Between(random, created, Moments.Present + TimeSpan.TicksPerHour));
            context.Store.Add(draft.Finish("$custom:::$default:::" + external));
        }
    }

    private static void WritePrice(ResourceDraft draft, SeededRandom random)
    {
        var json = draft.Begin("price");
        if (random.OneIn(10))
            json.WriteNullValue();
        else
            json.WriteNumberValue(random.OneIn(3) ? random.Below(100) : random.Below(10_000) / 100m);
    }

    private static void WriteImages(ResourceDraft draft, SeededRandom random, string external)
    {
        var json = draft.Begin("images");
        json.WriteStartArray();
        for (int i = random.Below(3); i > 0; i--)
            json.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"https://images.example.com/{external}-{i}.jpg"));
        json.WriteEndArray();
    }

    private static void WriteMetadata(ResourceDraft draft, SeededRandom random)
    {
        var json = draft.Begin("custom_metadata");
        json.WriteStartObject();
        if (random.OneIn(2))
            json.WriteString("Top Pick", random.OneIn(2) ? "yes" : "no");
        if (random.OneIn(3))
            json.WriteNumber("weight_kg", random.Below(400) / 100m);
        json.WriteEndObject();
    }

    private static void Relate(SeedContext context)
    {
        SeededRandom random = context.RandomFor("catalog");
        StoredResource[] categories = context.Store.All("catalog-category");
        StoredResource[] items = context.Store.All("catalog-item");
        StoredResource[] variants = context.Store.All("catalog-variant");
        if (items.Length == 0)
            return;
        foreach (StoredResource item in items)
            for (int i = categories.Length == 0 ? 0 : random.Below(3); i > 0; i--)
                context.Relate(item, "categories", random.Pick(categories));
        for (int i = 0; i < variants.Length; i++)
            context.Relate(variants[i], "item", items[i / 2 % items.Length]);
    }
}
