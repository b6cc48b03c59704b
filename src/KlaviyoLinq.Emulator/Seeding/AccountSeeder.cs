using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.Seeding;

/// <summary>Fills an empty store with an account: shaped by hand where it matters, from the catalogue everywhere else.</summary>
internal static class AccountSeeder
{
    private static readonly string[] _byHand =
        ["profile", "metric", "event", "list", "segment", "campaign", "campaign-message", "catalog-category", "catalog-item", "catalog-variant"];

    private const string FlowMessage = "flow-message";

    private const int UndocumentedCount = 12;

    internal static void Seed(SeedContext context)
    {
        ProfileSeeder.Seed(context);
        MetricSeeder.Seed(context);
        // Campaigns are the youngest of these: 2022 has none. Events are attributed to messages.
        if (context.Catalogue.FindResource("campaign") is not null)
            CampaignSeeder.Seed(context);
        if (context.Catalogue.FindResource(FlowMessage) is not null)
            PlainSeeder.Seed(context, FlowMessage);
        EventSeeder.Seed(context);
        ListSeeder.Seed(context);
        CatalogSeeder.Seed(context);
        foreach (ResourceFacts facts in context.Catalogue.Resources)
            if (facts.Type != FlowMessage && !_byHand.Contains(facts.Type))
                PlainSeeder.Seed(context, facts.Type);
        if (context.UndocumentedValues)
            SeedUndocumented(context);
        RelationshipSeeder.Seed(context);
    }

    /// <summary>To what is shaped by hand, and so has sense, some that has none: null wherever the document allows it, values that it does not allow.</summary>
    private static void SeedUndocumented(SeedContext context)
    {
        foreach (string type in _byHand)
            if (type != "campaign" && context.Size(type) > 0 && context.Catalogue.FindResource(type) is not null)
                PlainSeeder.Seed(context, type, context.RandomFor(type + " oddities"), UndocumentedCount);
    }
}
