using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Commands;

/// <summary>Klaviyo rejects a category that an item has already. After a lost answer that is the category of the first request.</summary>
public sealed class LostLinkTests : CommandTests
{
    [Fact]
    public async Task Links_whose_first_answer_was_lost_are_found_and_count_as_added()
    {
        (string item, string shoes, string boots) = await CatalogAsync();
        using EmulatorFault fault = Emulator.Faults.On("POST /api/catalog-items/{id}/relationships/categories").First(1).LoseAnswer();

        await Klaviyo.CatalogItems[item].Categories.AddAsync([shoes, boots]);

        Wire.Sent.Where(request => request.Method == "POST").Should().HaveCount(5, "three creations, and the same request twice");
        (await Klaviyo.CatalogItems[item].Categories.Select(c => c.Id).ToListAsync()).Should().BeEquivalentTo([shoes, boots]);
    }

    [Fact]
    public async Task A_link_that_existed_before_is_a_conflict_also_after_a_lost_answer()
    {
        (string item, string shoes, string boots) = await CatalogAsync();
        await Klaviyo.CatalogItems[item].Categories.AddAsync(shoes);
        using EmulatorFault fault = Emulator.Faults.On("POST /api/catalog-items/{id}/relationships/categories").First(1).Reset();
        Func<Task> add = () => Klaviyo.CatalogItems[item].Categories.AddAsync([shoes, boots]);

        await add.Should().ThrowAsync<KlaviyoConflictException>();

        (await Klaviyo.CatalogItems[item].Categories.Select(c => c.Id).ToListAsync()).Should().Equal(shoes);
    }

    private async Task<(string Item, string Shoes, string Boots)> CatalogAsync() =>
    (
        (await Klaviyo.CatalogItems.CreateAsync(
            new CatalogItem { ExternalId = "sku-1", Title = "Boot", Description = "A boot", Url = "https://example.com/boot" })).Id,
        (await Klaviyo.CatalogCategories.CreateAsync(new CatalogCategory { ExternalId = "shoes", Name = "shoes" })).Id,
        (await Klaviyo.CatalogCategories.CreateAsync(new CatalogCategory { ExternalId = "boots", Name = "boots" })).Id);
}
