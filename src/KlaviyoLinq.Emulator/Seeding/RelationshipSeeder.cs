using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Seeding;

/// <summary>Relates what no other seeder has related: to one of the other type, or to a few; sometimes to none.</summary>
internal static class RelationshipSeeder
{
    /// <summary>Types whose relationships are complete when their seeders end.</summary>
    private static readonly string[] _complete =
    [
        "event profile", "event profiles", "event metric", "event metrics", "profile", "list profiles", "segment profiles", "catalog-item",
        "catalog-variant", "catalog-category", "campaign campaign-messages",
    ];

    /// <summary>Relationships that always have a resource at the other end: every tag is in a group.</summary>
    private static readonly string[] _certain = ["tag tag-group"];

    internal static void Seed(SeedContext context)
    {
        foreach (ResourceLayout layout in context.Store.Layouts.OrderBy(l => l.Type, StringComparer.Ordinal))
            foreach (RelationshipLayout relationship in layout.Relationships.Where(r => IsOpen(context, layout, r)))
                Seed(context, layout, relationship);
    }

    private static bool IsOpen(SeedContext context, ResourceLayout layout, RelationshipLayout relationship)
    {
        if (_complete.Contains(layout.Type) || _complete.Contains(layout.Type + " " + relationship.Name))
            return false;
        RelationshipLayout? back = relationship.Inverse is { } inverse ? context.Layout(relationship.ResourceType).FindRelationship(inverse) : null;
        if (back is null || (layout.Type == "push-token" || layout.Type == "conversation"))
            return true;
        // One end is enough: the end that has one, or of two ends that have many the first by name.
        return relationship.ToMany
            ? back.ToMany && string.CompareOrdinal(layout.Type, relationship.ResourceType) < 0
            : true;
    }

    private static void Seed(SeedContext context, ResourceLayout layout, RelationshipLayout relationship)
    {
        SeededRandom random = context.RandomFor(layout.Type + " " + relationship.Name);
        StoredResource[] others = context.Store.All(relationship.ResourceType);
        if (others.Length == 0)
            return;
        bool certain = _certain.Contains(layout.Type + " " + relationship.Name);
        foreach (StoredResource resource in context.Store.All(layout.Type))
        {
            if (resource.Related(relationship).Count > 0)
                continue;
            int many = layout.Type == "event" && !random.OneIn(5) ? 1 : 4;
            for (int i = relationship.ToMany ? random.Below(many) : random.OneIn(10) && !certain ? 0 : 1; i > 0; i--)
                context.Store.Relate(resource, relationship, random.Pick(others).Id);
        }
    }
}
