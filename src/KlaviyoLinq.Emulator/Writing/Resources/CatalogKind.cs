namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Catalog items, variants and categories: the id is made of the integration, the catalog and the external id.</summary>
internal sealed class CatalogKind : ResourceKind
{
    internal override string? IdOf(BodyResource body) =>
        $"{body.Text("integration_type") ?? "$custom"}:::{body.Text("catalog_type") ?? "$default"}:::{body.Text("external_id")}";
}
