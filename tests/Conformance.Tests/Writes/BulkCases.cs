using KlaviyoLinq.Model;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>Jobs, and other commands for many resources.</summary>
internal static class BulkCases
{
    private const string CatalogId = "$custom:::$default:::";

    internal static IReadOnlyList<WriteCase> All { get; } =
    [
        new("bulk_create_catalog_categories", w => w.Klaviyo.CatalogCategories.CreateManyAsync([Category("shoes"), Category("boots")]))
        {
            ThenAsync = Effect.Of(
                ["catalog-category", "catalog-category-bulk-create-job"],
                w => w.Klaviyo.CatalogCategories.Select(c => c.Id).ToListAsync(),
                before => [.. before.Ids("catalog-category"), CatalogId + "shoes", CatalogId + "boots"]),
        },
        new("bulk_create_catalog_items", w => w.Klaviyo.CatalogItems.CreateManyAsync([Item("sku-1"), Item("sku-2")]))
        {
            ThenAsync = Effect.Of(
                ["catalog-item", "catalog-item-bulk-create-job"],
                w => w.Klaviyo.CatalogItems.Select(i => i.Id).ToListAsync(),
                before => [.. before.Ids("catalog-item"), CatalogId + "sku-1", CatalogId + "sku-2"]),
        },
        new("bulk_create_catalog_variants", w => w.Klaviyo.CatalogVariants.CreateManyAsync([Variant(w, "sku-1-42")]))
        {
            ThenAsync = Effect.Of(
                ["catalog-variant", "catalog-variant-bulk-create-job"],
                w => w.Klaviyo.CatalogVariants.Select(v => v.Id).ToListAsync(),
                before => [.. before.Ids("catalog-variant"), CatalogId + "sku-1-42"]),
        },
        new(
            "bulk_update_catalog_categories",
            w => w.Klaviyo.CatalogCategories.UpdateManyAsync([new CatalogCategory { Id = w.Id("catalog-category"), Name = "Boots" }]))
        {
            ThenAsync = Effect.Of(
                ["catalog-category", "catalog-category-bulk-update-job"],
                async w => (await w.Klaviyo.CatalogCategories.ToListAsync()).ConvertAll(c => (c.Id, (string?)c.Name)),
                before => before.Texts("catalog-category", "name").Select((row, i) => i == 0 ? (row.Id, "Boots") : row)),
        },
        new("bulk_update_catalog_items", w => w.Klaviyo.CatalogItems.UpdateManyAsync([new CatalogItem { Id = w.Id("catalog-item"), Title = "Boot" }]))
        {
            ThenAsync = Effect.Of(
                ["catalog-item", "catalog-item-bulk-update-job"],
                async w => (await w.Klaviyo.CatalogItems.ToListAsync()).ConvertAll(i => (i.Id, (string?)i.Title)),
                before => before.Texts("catalog-item", "title").Select((row, i) => i == 0 ? (row.Id, "Boot") : row)),
        },
        new("bulk_update_catalog_variants", w => w.Klaviyo.CatalogVariants.UpdateManyAsync([new CatalogVariant { Id = w.Id("catalog-variant"), Title = "42" }]))
        {
            ThenAsync = Effect.Of(
                ["catalog-variant", "catalog-variant-bulk-update-job"],
                async w => (await w.Klaviyo.CatalogVariants.ToListAsync()).ConvertAll(v => (v.Id, (string?)v.Title)),
                before => before.Texts("catalog-variant", "title").Select((row, i) => i == 0 ? (row.Id, "42") : row)),
        },
        new("bulk_delete_catalog_categories", w => w.Klaviyo.CatalogCategories.DeleteManyAsync([w.Id("catalog-category")]))
        {
            ThenAsync = Effect.Of(
                ["catalog-category", "catalog-category-bulk-delete-job"],
                w => w.Klaviyo.CatalogCategories.Select(c => c.Id).ToListAsync(), before => before.Ids("catalog-category").Skip(1)),
        },
        new("bulk_delete_catalog_items", w => w.Klaviyo.CatalogItems.DeleteManyAsync([WriteWorld.Empty]))
        {
            ThenAsync = Effect.Of(
                ["catalog-item", "catalog-item-bulk-delete-job"],
                w => w.Klaviyo.CatalogItems.Select(i => i.Id).ToListAsync(), before => before.Ids("catalog-item").Where(id => id != WriteWorld.Empty)),
        },
        new("bulk_delete_catalog_variants", w => w.Klaviyo.CatalogVariants.DeleteManyAsync([w.Id("catalog-variant")]))
        {
            ThenAsync = Effect.Of(
                ["catalog-variant", "catalog-variant-bulk-delete-job"],
                w => w.Klaviyo.CatalogVariants.Select(v => v.Id).ToListAsync(), before => before.Ids("catalog-variant").Skip(1)),
        },
        new("bulk_create_coupon_codes", w => w.Klaviyo.CouponCodes.CreateManyAsync(
            [new CouponCode { UniqueCode = "SAVE1", CouponId = w.Id("coupon") }, new CouponCode { UniqueCode = "SAVE2", CouponId = w.Id("coupon") }]))
        {
            ThenAsync = async (world, before, after) =>
            {
                string coupon = world.Id("coupon");
                await Effect.Of(
                    ["coupon-code", "coupon-code-bulk-create-job"],
                    w => w.Klaviyo.CouponCodes.Where(c => c.Coupon.Id == coupon).Select(c => c.UniqueCode).ToListAsync(),
                    state =>
                    [
                        .. state.Related("coupon", coupon, "coupon-codes").Select(id => state.Text("coupon-code", id, "unique_code")!), "SAVE1", "SAVE2",
                    ])(
                    world, before, after);
            },
        },
        new("bulk_import_profiles", w => w.Klaviyo.Profiles.AddOrUpdateManyAsync(
            [new Profile { Email = "ada@example.com", FirstName = "Ada" }, new Profile { Email = "bob@example.com" }], [WriteWorld.Empty]))
        {
            ThenAsync = Effect.Of(
                ["profile", "profile-bulk-import-job"],
                w => w.Klaviyo.Lists[WriteWorld.Empty].Profiles.Select(p => new { p.Email, p.FirstName }).ToListAsync(),
                _ =>
                [
                    new { Email = (string?)"ada@example.com", FirstName = (string?)"Ada" },
                    new { Email = (string?)"bob@example.com", FirstName = (string?)null },
                ]),
        },
        new("bulk_create_events", w => w.Klaviyo.Events.TrackAsync([Placed("1", "ada@example.com"), Placed("2", "bob@example.com")]))
        {
            ThenAsync = Effect.Of(
                ["event", "profile", "metric"], Tracked, _ => [("Bought Boots", "ada@example.com", "1"), ("Bought Boots", "bob@example.com", "2")]),
        },
        new("create_event", w => w.Klaviyo.Events.TrackAsync(Placed("1", "ada@example.com")))
        {
            ThenAsync = Effect.Of(["event", "profile", "metric"], Tracked, _ => [("Bought Boots", "ada@example.com", "1")]),
        },
        new("create_data_source_record", w => w.Klaviyo.DataSources[w.Id("data-source")].CreateRecordAsync(new KlaviyoMap { ["id"] = "a" }))
        {
            ThenAsync = Records,
        },
        new("bulk_create_data_source_records", w => w.Klaviyo.DataSources[w.Id("data-source")].CreateManyRecordsAsync([new KlaviyoMap { ["id"] = "a" }]))
        {
            ThenAsync = Records,
        },
        new("bulk_delete_object_records", w => w.Klaviyo.ObjectRecords.DeleteManyAsync([w.Id("object-record")]))
        {
            ThenAsync = async (world, before, after) =>
            {
                before.Except(after).Should().Equal(("object-record", before.Ids("object-record").First()));
                after.Except(before).Should().BeEmpty();
                await Task.CompletedTask;
            },
        },
        new("request_profile_deletion", w => w.Klaviyo.Privacy.DeleteAsync(w.Klaviyo.Profiles[w.Id("profile")]))
        {
            ThenAsync = Effect.Of(
                ["profile", "event", "conversation", "push-token", "review"],
                w => w.Klaviyo.Profiles.Select(p => p.Id).ToListAsync(), before => before.Ids("profile").Skip(1)),
        },
    ];

    /// <summary>The moment of the events of the cases: none of the account is as late.</summary>
    internal static DateTimeOffset Time { get; } = new(2026, 10, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Returns an event of a metric of its own.</summary>
    internal static NewEvent Placed(string id, string email) => new("Bought Boots")
    {
        Profile = new Profile { Email = email },
        Time = Time,
        UniqueId = id,
        Properties = { ["Order"] = id },
    };

    /// <summary>Returns an event whose profile is sent once for several events.</summary>
    internal static NewEvent Anonymous(string id) => new("Bought Boots") { Time = Time, UniqueId = id, Properties = { ["Order"] = id } };

    /// <summary>Reads the events of <see cref="Placed"/>.</summary>
    internal static async Task<List<(string Metric, string Email, string Order)>> Tracked(WriteWorld world)
    {
        List<Event> events = await world.Klaviyo.Events.Where(e => e.Datetime >= Time).Include(e => e.Metric).Include(e => e.Profile).ToListAsync();
        return events.ConvertAll(e => (e.Metric!.Name!, e.Profile!.Email!, e.EventProperties["Order"].AsString()!));
    }

    private static CatalogCategory Category(string id) => new() { ExternalId = id, Name = id };

    private static CatalogItem Item(string id) => new() { ExternalId = id, Title = "Boot", Description = "Leather", Url = "https://example.com/boot" };

    private static CatalogVariant Variant(WriteWorld world, string id) => new()
    {
        ExternalId = id,
        Title = "Boot 42",
        Description = "Leather",
        Sku = "B42",
        InventoryQuantity = 3,
        Price = 9.5,
        Url = "https://example.com/boot/42",
        ItemId = world.Id("catalog-item"),
    };

    // What a record becomes depends on the mappings of the account's object types: this data source has none.
    private static Task Records(WriteWorld world, AccountState before, AccountState after) => Effect.None(world, before, after);
}
