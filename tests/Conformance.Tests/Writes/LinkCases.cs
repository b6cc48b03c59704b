namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>Additions to relationships, replacements and removals.</summary>
internal static class LinkCases
{
    internal static IReadOnlyList<WriteCase> All { get; } =
    [
        new("update_image_for_campaign_message", w => w.Klaviyo.CampaignMessages[w.Id("campaign-message")].Image.SetAsync(w.Id("image", 2))),
        new(
            "add_items_to_catalog_category",
            w => w.Klaviyo.CatalogCategories[WriteWorld.Empty].Items.AddAsync([w.Id("catalog-item"), w.Id("catalog-item", 1)])),
        new(
            "update_items_for_catalog_category",
            w => w.Klaviyo.CatalogCategories[Owner(w, "catalog-category", "items")].Items.ReplaceAsync([WriteWorld.Spare])),
        new("remove_items_from_catalog_category", w =>
        {
            string id = Owner(w, "catalog-category", "items");
            return w.Klaviyo.CatalogCategories[id].Items.RemoveAsync(Member(w, "catalog-category", id, "items"));
        }),
        new(
            "add_categories_to_catalog_item",
            w => w.Klaviyo.CatalogItems[WriteWorld.Empty].Categories.AddAsync([w.Id("catalog-category"), w.Id("catalog-category", 1)])),
        new(
            "update_categories_for_catalog_item",
            w => w.Klaviyo.CatalogItems[Owner(w, "catalog-item", "categories")].Categories.ReplaceAsync([WriteWorld.Spare])),
        new("remove_categories_from_catalog_item", w =>
        {
            string id = Owner(w, "catalog-item", "categories");
            return w.Klaviyo.CatalogItems[id].Categories.RemoveAsync(Member(w, "catalog-item", id, "categories"));
        }),
        new("create_object_schema_relationship", w => w.Klaviyo.ObjectSchemas[w.Id("object-schema")].ObjectSchemas.AddAsync(w.Id("object-schema", 3), "owner")),
        new("update_object_schema_relationship", w =>
        {
            string id = Owner(w, "object-schema", "object-schemas");
            return w.Klaviyo.ObjectSchemas[id].ObjectSchemas.UpdateAsync(Member(w, "object-schema", id, "object-schemas"), "R", name: "keeper");
        }),
        new("delete_object_schema_relationship", w =>
        {
            string id = Owner(w, "object-schema", "object-schemas");
            return w.Klaviyo.ObjectSchemas[id].ObjectSchemas.RemoveAsync(Member(w, "object-schema", id, "object-schemas"), "R");
        }),
        new(
            "create_profile_schema_relationship",
            w => w.Klaviyo.ObjectSchemas[w.Id("object-schema")].ProfileObjectSchemas.AddAsync(w.Id("profile-object-schema"), "owner")),
        new("update_profile_schema_relationship", w =>
        {
            string id = Owner(w, "object-schema", "profile-object-schemas");
            return w.Klaviyo.ObjectSchemas[id].ProfileObjectSchemas
                .UpdateAsync(Member(w, "object-schema", id, "profile-object-schemas"), "R", name: "keeper");
        }),
        new("delete_profile_schema_relationship", w =>
        {
            string id = Owner(w, "object-schema", "profile-object-schemas");
            return w.Klaviyo.ObjectSchemas[id].ProfileObjectSchemas.RemoveAsync(Member(w, "object-schema", id, "profile-object-schemas"), "R");
        }),
        new("add_profiles_to_list", w => w.Klaviyo.Lists[WriteWorld.Empty].Profiles.AddAsync([w.Id("profile"), w.Id("profile", 1)])),
        new("remove_profiles_from_list", w =>
        {
            string id = Owner(w, "list", "profiles");
            return w.Klaviyo.Lists[id].Profiles.RemoveAsync(Member(w, "list", id, "profiles"));
        }),
        new("tag_flows", w => w.Klaviyo.Tags[WriteWorld.Empty].Flows.AddAsync([w.Id("flow"), w.Id("flow", 1)])),
        new("remove_tag_from_flows", w =>
        {
            string id = Owner(w, "tag", "flows");
            return w.Klaviyo.Tags[id].Flows.RemoveAsync(Member(w, "tag", id, "flows"));
        }),
        new("tag_campaigns", w => w.Klaviyo.Tags[WriteWorld.Empty].Campaigns.AddAsync([w.Id("campaign"), w.Id("campaign", 1)])),
        new("remove_tag_from_campaigns", w =>
        {
            string id = Owner(w, "tag", "campaigns");
            return w.Klaviyo.Tags[id].Campaigns.RemoveAsync(Member(w, "tag", id, "campaigns"));
        }),
        new("tag_lists", w => w.Klaviyo.Tags[WriteWorld.Empty].Lists.AddAsync([w.Id("list"), w.Id("list", 1)])),
        new("remove_tag_from_lists", w =>
        {
            string id = Owner(w, "tag", "lists");
            return w.Klaviyo.Tags[id].Lists.RemoveAsync(Member(w, "tag", id, "lists"));
        }),
        new("tag_segments", w => w.Klaviyo.Tags[WriteWorld.Empty].Segments.AddAsync([w.Id("segment"), w.Id("segment", 1)])),
        new("remove_tag_from_segments", w =>
        {
            string id = Owner(w, "tag", "segments");
            return w.Klaviyo.Tags[id].Segments.RemoveAsync(Member(w, "tag", id, "segments"));
        }),
    ];

    /// <summary>Returns the id of the first resource that is related to others.</summary>
    internal static string Owner(WriteWorld world, string type, string relationship)
    {
        AccountState state = AccountState.Of(world);
        return state.All(type).Select(resource => resource.GetProperty("id").GetString()!)
            .First(id => state.Related(type, id, relationship).Count > 0);
    }

    /// <summary>Returns the first id to which a resource is related.</summary>
    internal static string Member(WriteWorld world, string type, string id, string relationship) => AccountState.Of(world).Related(type, id, relationship)[0];
}
