using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Commands;

/// <summary>
/// A keyed creation is repeated after a lost answer. The resource that it then finds is its own only if it has everything that was sent, links included.
/// </summary>
public sealed class LostCreationTests : CommandTests
{
    [Fact]
    public async Task An_item_with_the_categories_that_were_sent_is_adopted()
    {
        CatalogCategory[] categories = await CategoriesAsync();
        using EmulatorFault fault = Emulator.Faults.On("POST /api/catalog-items").First(1).LoseAnswer();

        CatalogItem item = await Klaviyo.CatalogItems.CreateAsync(Boot([.. categories]));

        item.Id.Should().Be("$custom:::$default:::sku-1");
        Emulator.Count("catalog-item").Should().Be(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task An_item_with_other_categories_is_a_conflict(int categories)
    {
        CatalogCategory[] all = await CategoriesAsync();
        await Klaviyo.CatalogItems.CreateAsync(Boot([.. all.Take(categories)]));
        using EmulatorFault fault = Emulator.Faults.On("POST /api/catalog-items").First(1).Reset();
        Func<Task> creating = () => Klaviyo.CatalogItems.CreateAsync(Boot([all[1]]));

        await creating.Should().ThrowAsync<KlaviyoConflictException>();
    }

    [Fact]
    public async Task An_item_with_more_categories_than_were_sent_is_a_conflict()
    {
        CatalogCategory[] all = await CategoriesAsync();
        await Klaviyo.CatalogItems.CreateAsync(Boot([.. all]));
        using EmulatorFault fault = Emulator.Faults.On("POST /api/catalog-items").First(1).Reset();
        Func<Task> creating = () => Klaviyo.CatalogItems.CreateAsync(Boot([all[0]]));

        await creating.Should().ThrowAsync<KlaviyoConflictException>();
    }

    [Theory]
    [InlineData("sku-1", false)]
    [InlineData("sku-2", true)]
    public async Task A_variant_is_its_own_only_with_the_item_that_was_sent(string existing, bool isConflict)
    {
        foreach (string key in new[] { "sku-1", "sku-2" })
            await Klaviyo.CatalogItems.CreateAsync(new CatalogItem { ExternalId = key, Title = key, Description = "A boot", Url = "https://example.com/boot" });
        await Klaviyo.CatalogVariants.CreateAsync(Variant(existing));
        using EmulatorFault fault = Emulator.Faults.On("POST /api/catalog-variants").First(1).Reset();
        Func<Task> creating = () => Klaviyo.CatalogVariants.CreateAsync(Variant("sku-1"));

        if (isConflict)
            await creating.Should().ThrowAsync<KlaviyoConflictException>();
        else
            await creating.Should().NotThrowAsync();
    }

    [Theory]
    [InlineData("A-B", "C", false)]
    [InlineData("A", "B-C", true)]
    public async Task A_code_is_its_own_only_with_the_coupon_that_was_sent(string coupon, string code, bool isConflict)
    {
        foreach (string key in new[] { "A", "A-B" })
            Emulator.Add($$$"""{"type":"coupon","id":"{{{key}}}","attributes":{"external_id":"{{{key}}}"}}""");
        Emulator.Add(
            $$$"""
            {"type":"coupon-code","id":"A-B-C","attributes":{"unique_code":"{{{(isConflict ? "C" : code)}}}","status":"UNASSIGNED"},
              "relationships":{"coupon":{"data":{"type":"coupon","id":"{{{coupon}}}"} } } }
            """);
        using EmulatorFault fault = Emulator.Faults.On("POST /api/coupon-codes").First(1).Reset();
        Func<Task> creating = () => Klaviyo.CouponCodes.CreateAsync(new CouponCode { UniqueCode = "C", CouponId = "A-B" });

        if (isConflict)
            await creating.Should().ThrowAsync<KlaviyoConflictException>();
        else
            await creating.Should().NotThrowAsync();
    }

    protected override void Configure(KlaviyoEmulatorOptions options) => options.Data = DataSize.Empty;

    private async Task<CatalogCategory[]> CategoriesAsync() =>
    [
        await Klaviyo.CatalogCategories.CreateAsync(new CatalogCategory { ExternalId = "shoes", Name = "Shoes" }),
        await Klaviyo.CatalogCategories.CreateAsync(new CatalogCategory { ExternalId = "boots", Name = "Boots" }),
    ];

    private static CatalogItem Boot(KlaviyoLinks<CatalogCategory> categories) =>
        new() { ExternalId = "sku-1", Title = "Boot", Description = "A boot", Url = "https://example.com/boot", Categories = categories };

    private static CatalogVariant Variant(string item) => new()
    {
        ExternalId = "v-1", Title = "Boot 42", Description = "A boot", Sku = "42", InventoryQuantity = 1, Price = 9, Url = "https://example.com/boot",
        ItemId = "$custom:::$default:::" + item,
    };
}
