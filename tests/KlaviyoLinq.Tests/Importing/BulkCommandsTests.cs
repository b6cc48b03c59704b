using System.Text.Json;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Commands;
using KlaviyoLinq.Tests.Loopback;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Tests.Importing;

public sealed class BulkCommandsTests : CommandTests
{
    [Fact]
    public void Items_are_created_in_jobs_of_a_hundred()
    {
        CatalogItem[] items =
        [
            .. Enumerable.Range(0, 250).Select(i =>
                new CatalogItem { ExternalId = $"sku-{i}", Title = "Boot", Description = "A boot", Url = "https://example.com" }),
        ];

        IReadOnlyList<KlaviyoPlannedRequest> requests = Klaviyo.Explain(() => Klaviyo.CatalogItems.CreateManyAsync(items)).Requests;

        requests.Select(request => (request.Path, Items(request, "items").Length)).Should().Equal(
            ("/api/catalog-item-bulk-create-jobs", 100), ("/api/catalog-item-bulk-create-jobs", 100), ("/api/catalog-item-bulk-create-jobs", 50));
        Items(requests[2], "items")[49].Should().Be(
            """{"type":"catalog-item","attributes":{"external_id":"sku-249","title":"Boot","description":"A boot","url":"https://example.com"}}""");
    }

    [Fact]
    public void Items_are_updated_by_id_with_what_was_assigned() => Sends(
        k => k.CatalogItems.UpdateManyAsync([new CatalogItem { Id = "I", Price = 5 }]), "/api/catalog-item-bulk-update-jobs",
        """{"data":{"type":"catalog-item-bulk-update-job","attributes":{"items":{"data":[{"type":"catalog-item","id":"I","attributes":{"price":5}}]}}}}""");

    [Fact]
    public void Items_are_deleted_by_id_and_each_once() => Sends(
        k => k.CatalogItems.DeleteManyAsync(["I", "J", "I"]), "/api/catalog-item-bulk-delete-jobs",
        """{"data":{"type":"catalog-item-bulk-delete-job","attributes":{"items":{"data":[{"type":"catalog-item","id":"I"},{"type":"catalog-item","id":"J"}]}}}}""");

    [Fact]
    public void Variants_have_jobs_of_their_own()
    {
        Sends(
            k => k.CatalogVariants.CreateManyAsync(
            [
                new CatalogVariant
                {
                    ExternalId = "v",
                    Title = "Boot 40",
                    Description = "A boot",
                    Sku = "b40",
                    InventoryQuantity = 3,
                    Price = 5,
                    Url = "https://example.com",
                    ItemId = "I",
                },
            ]),
            "/api/catalog-variant-bulk-create-jobs",
            """
            {"data":{"type":"catalog-variant-bulk-create-job","attributes":{"variants":{"data":[{"type":"catalog-variant","attributes":{"external_id":"v","title":"Boot 40",
            "description":"A boot","sku":"b40","inventory_quantity":3,"price":5,"url":"https://example.com"},"relationships":{"item":{"data":{"type":"catalog-item","id":"I"}}}}]}}}}
            """);
        Sends(
            k => k.CatalogVariants.UpdateManyAsync([new CatalogVariant { Id = "V", InventoryQuantity = 0 }]), "/api/catalog-variant-bulk-update-jobs",
            """{"data":{"type":"catalog-variant-bulk-update-job","attributes":{"variants":{"data":[{"type":"catalog-variant","id":"V","attributes":{"inventory_quantity":0}}]}}}}""");
        Sends(
            k => k.CatalogVariants.DeleteManyAsync(["V"]), "/api/catalog-variant-bulk-delete-jobs",
            """{"data":{"type":"catalog-variant-bulk-delete-job","attributes":{"variants":{"data":[{"type":"catalog-variant","id":"V"}]}}}}""");
    }

    [Fact]
    public void Categories_have_jobs_of_their_own()
    {
        Sends(
            k => k.CatalogCategories.CreateManyAsync([new CatalogCategory { ExternalId = "c", Name = "Shoes" }]), "/api/catalog-category-bulk-create-jobs",
            """{"data":{"type":"catalog-category-bulk-create-job","attributes":{"categories":{"data":[{"type":"catalog-category","attributes":{"external_id":"c","name":"Shoes"}}]}}}}""");
        Sends(
            k => k.CatalogCategories.UpdateManyAsync([new CatalogCategory { Id = "C", Name = "Boots" }]), "/api/catalog-category-bulk-update-jobs",
            """{"data":{"type":"catalog-category-bulk-update-job","attributes":{"categories":{"data":[{"type":"catalog-category","id":"C","attributes":{"name":"Boots"}}]}}}}""");
        Sends(
            k => k.CatalogCategories.DeleteManyAsync(["C"]), "/api/catalog-category-bulk-delete-jobs",
            """{"data":{"type":"catalog-category-bulk-delete-job","attributes":{"categories":{"data":[{"type":"catalog-category","id":"C"}]}}}}""");
    }

    [Fact]
    public void Profiles_are_imported_into_lists_with_their_patches_beside_the_attributes()
    {
        var ada = new Profile { Email = "ada@example.com", FirstName = "Ada" };
        ada.Properties["plan"] = "gold";
        ada.Properties.Unset("trial");

        Sends(
            k => k.Profiles.AddOrUpdateManyAsync([ada], ["L"]), "/api/profile-bulk-import-jobs",
            """
            {"data":{"type":"profile-bulk-import-job","attributes":{"profiles":{"data":[{"type":"profile","attributes":{"email":"ada@example.com","first_name":"Ada","properties":{"plan":"gold"}},
            "meta":{"patch_properties":{"unset":["trial"]}}}]}},"relationships":{"lists":{"data":[{"type":"list","id":"L"}]}}}}
            """);
    }

    [Fact]
    public void A_request_keeps_the_limit_in_bytes()
    {
        string note = new('x', 90_000);
        Profile[] profiles = [.. Enumerable.Range(0, 120).Select(i => new Profile { Email = $"p{i}@example.com", Properties = { ["note"] = note } })];

        IReadOnlyList<KlaviyoPlannedRequest> requests = Klaviyo.Explain(() => Klaviyo.Profiles.AddOrUpdateManyAsync(profiles)).Requests;

        requests.Should().HaveCount(3).And.OnlyContain(request => request.Body!.Length < 5_000_000);
        requests.Sum(request => Items(request, "profiles").Length).Should().Be(120);
    }

    [Fact]
    public void Coupon_codes_are_created_for_their_coupons() => Sends(
        k => k.CouponCodes.CreateManyAsync([new CouponCode { UniqueCode = "A1", CouponId = "AUTUMN" }]), "/api/coupon-code-bulk-create-jobs",
        """
        {"data":{"type":"coupon-code-bulk-create-job","attributes":{"coupon-codes":{"data":[{"type":"coupon-code","attributes":{"unique_code":"A1"},
        "relationships":{"coupon":{"data":{"type":"coupon","id":"AUTUMN"}}}}]}}}}
        """);

    [Fact]
    public void Records_are_added_to_a_data_source_and_deleted()
    {
        Sends(
            k => k.DataSources["D"].CreateRecordAsync(new KlaviyoMap { ["a"] = 1 }), "/api/data-source-record-create-jobs",
            """
            {"data":{"type":"data-source-record-create-job","attributes":{"data-source-record":{"data":{"type":"data-source-record","attributes":{"record":{"a":1}}}}},
            "relationships":{"data-source":{"data":{"type":"data-source","id":"D"}}}}}
            """);
        Sends(
            k => k.DataSources["D"].CreateManyRecordsAsync([new KlaviyoMap { ["a"] = 1 }]), "/api/data-source-record-bulk-create-jobs",
            """
            {"data":{"type":"data-source-record-bulk-create-job","attributes":{"data-source-records":{"data":[{"type":"data-source-record","attributes":{"record":{"a":1}}}]}},
            "relationships":{"data-source":{"data":{"type":"data-source","id":"D"}}}}}
            """);
        Sends(
            k => k.ObjectRecords.DeleteManyAsync(["R"]), "/api/object-record-bulk-delete-jobs",
            """{"data":{"type":"object-record-bulk-delete-job","relationships":{"object-records":{"data":[{"type":"object-record","id":"R"}]}}}}""");
    }

    [Fact]
    public async Task No_rows_send_nothing()
    {
        (await Klaviyo.CatalogItems.DeleteManyAsync([])).Should().BeEmpty();

        Wire.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task A_failure_between_the_requests_says_how_many_were_accepted()
    {
        int requests = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => requests++ < 2
            ? context.Response.WriteDocumentAsync("""{"data":{"type":"catalog-item-bulk-delete-job","id":"J","attributes":{"status":"queued"}}}""", 202)
            : context.Response.WriteDocumentAsync(Answers.Error(403, "permission_denied", "Denied", "No"), 403));
        using KlaviyoContext klaviyo = NewContext(options => options.BaseAddress = server.Address);
        Func<Task> delete = () => klaviyo.CatalogItems.DeleteManyAsync(Enumerable.Range(0, 350).Select(i => $"I{i}"));

        (await delete.Should().ThrowAsync<KlaviyoException>()).Which.AcceptedRequests.Should().Be(2);

        Wire.Sent.Should().HaveCount(3);
    }

    private static string[] Items(KlaviyoPlannedRequest request, string member) =>
    [
        .. JsonElement.Parse(request.Body!).GetProperty("data").GetProperty("attributes").GetProperty(member).GetProperty("data")
            .EnumerateArray().Select(item => item.GetRawText()),
    ];

    private void Sends(Func<KlaviyoContext, Task> command, string path, string body) =>
        Klaviyo.Explain(() => command(Klaviyo)).Requests.Single()
            .Should().BeEquivalentTo(new { Method = "POST", Path = path, Body = body.ReplaceLineEndings("") });
}
