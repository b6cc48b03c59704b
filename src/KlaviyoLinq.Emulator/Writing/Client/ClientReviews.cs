using System.Text.Json.Nodes;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Bodies;
using KlaviyoLinq.Emulator.Writing.Resources;

namespace KlaviyoLinq.Emulator.Writing.Client;

/// <summary>Reviews that customers write: pending until the account publishes them.</summary>
internal static class ClientReviews
{
    internal static WriteAnswer Create(WriteCall call)
    {
        if (IdentifierFormats.Check(call.Resource, "/data/attributes") is { } misfit)
            return misfit;
        call.Work.Add(() => Add(call));
        return new WriteAnswer(call.Status);
    }

    private static void Add(WriteCall call)
    {
        BodyResource body = call.Resource;
        string? externalId = body.Attributes.TryGetProperty("product", out var product) ? product.GetProperty("external_id").GetString() : null;
        StoredResource? item = externalId is null ? null : Item(call, externalId, product.GetProperty("integration_key").GetString()!);
        JsonObject attributes = JsonObject.Create(body.Attributes)!;
        attributes["status"] = new JsonObject { ["value"] = "pending" };
        attributes["product"] = externalId is null ? null : Product(externalId, item);
        attributes["images"] ??= new JsonArray();
        if (body.Text("review_type") == "question")
            attributes["rating"] = null;
        StoredResource review = ResourceWrites.Add(call, "review", BodyResource.Of(attributes));
        if (item is not null)
            Relations.Add(call.Store, review, review.Layout.FindRelationship("item")!, item.Id);
    }

    /// <summary>The item of the catalog: the one of the shop system first, and else any with the external id.</summary>
    private static StoredResource? Item(WriteCall call, string externalId, string integration) =>
        call.Store.Find("catalog-item", $"${integration}:::$default:::{externalId}")
            ?? call.Store.FindAllBy("catalog-item", "external_id", externalId).FirstOrDefault();

    private static JsonObject Product(string externalId, StoredResource? item) => new()
    {
        ["url"] = item?.Text("url") ?? "",
        ["name"] = item?.Text("title") ?? "",
        ["image_url"] = item?.Text("image_full_url"),
        ["external_id"] = externalId,
    };
}
