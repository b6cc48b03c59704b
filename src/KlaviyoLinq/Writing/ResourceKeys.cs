using KlaviyoLinq.Model;

namespace KlaviyoLinq.Writing;

/// <summary>Ids that follow from the keys of new resources, before Klaviyo has made them.</summary>
internal static class ResourceKeys
{
    // Only this integration and this catalog can be written through the API.
    private const string Catalog = "$custom:::$default:::";

    /// <summary>Members that are parts of keys. An update addresses the resource by its id, which has them all.</summary>
    internal static readonly string[] Parts = ["external_id", "unique_code", "integration_type", "catalog_type", "coupon", "item"];

    /// <summary>Returns the id that Klaviyo gives a new resource; null where the key does not determine it.</summary>
    internal static string? IdOf(KlaviyoResource resource) => resource switch
    {
        Coupon { ExternalId: { Length: > 0 } key } => key,
        CouponCode { UniqueCode: { Length: > 0 } code } row
            when (row.Coupon?.Id ?? row.CouponId) is { Length: > 0 } coupon => $"{coupon}-{code}",
        CatalogItem { ExternalId: { Length: > 0 } key } => Catalog + key,
        CatalogVariant { ExternalId: { Length: > 0 } key } => Catalog + key,
        CatalogCategory { ExternalId: { Length: > 0 } key } => Catalog + key,
        _ => null,
    };
}
