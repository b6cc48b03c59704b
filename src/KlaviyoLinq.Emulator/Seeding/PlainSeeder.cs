using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Seeding;

/// <summary>Seeds any type from the catalogue alone.</summary>
internal static class PlainSeeder
{
    internal static void Seed(SeedContext context, string type) => Seed(context, type, context.RandomFor(type), context.Size(type));

    internal static void Seed(SeedContext context, string type, SeededRandom random, int count)
    {
        AttributeValues values = context.Values(random);
        ResourceDraft draft = context.Draft(type);
        ResourceFacts facts = context.Catalogue.FindResource(type)!;
        Dictionary<string, IReadOnlyList<string>> filterValues = FilterValues(context.Catalogue, type);
        for (int i = 0; i < count; i++)
        {
            foreach (AttributeFacts attribute in facts.Attributes)
                if (attribute.Name is not "profile_count" and not "joined_group_at")
                    values.Write(draft.Begin(attribute.Name), attribute, i, filterValues.GetValueOrDefault(attribute.Name));
            foreach (LayoutMember hidden in draft.Layout.Members.Where(m => m.Place == MemberPlace.Hidden))
                values.Write(draft.Begin(hidden.Name), HiddenFacts(context.Catalogue, type, hidden.Name), i, filterValues.GetValueOrDefault(hidden.Name));
            context.Store.Add(draft.Finish(Identities.Of(type, random, i)));
        }
    }

    /// <summary>The values that filters document for a field: they ought to find something.</summary>
    private static Dictionary<string, IReadOnlyList<string>> FilterValues(KlaviyoCatalogue catalogue, string type) =>
        catalogue.Reads
            .Where(o => o.ResourceType == type)
            .SelectMany(o => o.Filters)
            .Where(f => f.Values.Count > 0)
            .DistinctBy(f => f.Field)
            .ToDictionary(f => f.Field, f => f.Values);

    private static AttributeFacts HiddenFacts(KlaviyoCatalogue catalogue, string type, string name)
    {
        ValueKind? kind = catalogue.Reads
            .Where(o => o.ResourceType == type)
            .Select(o => o.FindFilter(name)?.Kind)
            .FirstOrDefault(k => k is not null);
        return new AttributeFacts(name, kind switch
        {
            ValueKind.Boolean => AttributeKind.Boolean,
            ValueKind.Integer => AttributeKind.Integer,
            ValueKind.Number => AttributeKind.Number,
            ValueKind.DateTime => AttributeKind.DateTime,
            null when name is "created" or "updated" => AttributeKind.DateTime,
            _ => AttributeKind.String,
        })
        {
            // What can only be requested by its presence must be absent somewhere.
            Nullable = kind == ValueKind.None,
        };
    }
}
