using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Seeding;

/// <summary>Lists and segments, and who is in them since when.</summary>
internal static class ListSeeder
{
    /// <summary>The list that profiles are suppressed from, by the id that the first list always has.</summary>
    internal const string SuppressingList = "Y6nRLr";

    internal static void Seed(SeedContext context)
    {
        SeedLists(context);
        SeedSegments(context);
        SeedMembers(context, "list");
        SeedMembers(context, "segment");
    }

    private static void SeedLists(SeedContext context)
    {
        SeededRandom random = context.RandomFor("list");
        ResourceDraft draft = context.Draft("list");
        for (int i = 0; i < context.Size("list"); i++)
        {
            WriteNamed(draft, random, i);
            draft.Begin("opt_in_process").WriteStringValue(random.OneIn(2) ? "single_opt_in" : "double_opt_in");
            string id = Identities.Letters(random, 6);
            context.Store.Add(draft.Finish(i == 0 ? SuppressingList : id));
        }
    }

    private static void SeedSegments(SeedContext context)
    {
        SeededRandom random = context.RandomFor("segment");
        ResourceDraft draft = context.Draft("segment");
        for (int i = 0; i < context.Size("segment"); i++)
        {
            WriteNamed(draft, random, i);
            var json = draft.Begin("definition");
            if (random.OneIn(4))
                json.WriteNullValue();
            else
                json.WriteRawValue("""{"condition_groups":[{"conditions":[{"type":"profile-property","property":"properties['is VIP?']","filter":{"type":"boolean","operator":"equals","value":true}}]}]}""");
            draft.Begin("is_active").WriteBooleanValue(!random.OneIn(4));
            draft.Begin("is_processing").WriteBooleanValue(random.OneIn(6));
            draft.Begin("is_starred").WriteBooleanValue(random.OneIn(3));
            context.Store.Add(draft.Finish(Identities.Letters(random, 6)));
        }
    }

    private static void WriteNamed(ResourceDraft draft, SeededRandom random, int ordinal)
    {
        draft.Begin("name").WriteStringValue(Wording.Name(random, ordinal));
        long created = Moments.Between(random, Moments.Opening, Moments.Present - 30 * TimeSpan.TicksPerDay);
        Moments.Write(draft.Begin("created"), random, created);
        Moments.Write(draft.Begin("updated"), random, Moments.Between(random, created + TimeSpan.TicksPerDay, Moments.Present));
    }

    /// <summary>The first list holds most profiles, each further one half as many as the one before.</summary>
    private static void SeedMembers(SeedContext context, string type)
    {
        SeededRandom random = context.RandomFor(type + " members");
        StoredResource[] profiles = context.Store.All("profile");
        StoredResource[] groups = context.Store.All(type);
        for (int i = 0; i < groups.Length; i++)
            foreach (StoredResource profile in profiles)
                if (random.Below(1 << Math.Min(i, 8)) == 0 && !random.OneIn(8))
                    context.Relate(groups[i], "profiles", profile, Moments.Between(random, Moments.Opening, Moments.Present));
    }
}
