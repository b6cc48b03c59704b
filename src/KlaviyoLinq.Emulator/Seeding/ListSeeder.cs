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
        Chance chance = context.ChanceFor("list");
        ResourceDraft draft = context.Draft("list");
        for (int i = 0; i < context.Size("list"); i++)
        {
            WriteNamed(draft, chance, i);
            draft.Begin("opt_in_process").WriteStringValue(chance.OneIn(2) ? "single_opt_in" : "double_opt_in");
            string id = Identities.Letters(chance, 6);
            context.Store.Add(draft.Finish(i == 0 ? SuppressingList : id));
        }
    }

    private static void SeedSegments(SeedContext context)
    {
        Chance chance = context.ChanceFor("segment");
        ResourceDraft draft = context.Draft("segment");
        for (int i = 0; i < context.Size("segment"); i++)
        {
            WriteNamed(draft, chance, i);
            var json = draft.Begin("definition");
            if (chance.OneIn(4))
                json.WriteNullValue();
            else
                json.WriteRawValue("""{"condition_groups":[{"conditions":[{"type":"profile-property","property":"properties['is VIP?']","filter":{"type":"boolean","operator":"equals","value":true}}]}]}""");
            draft.Begin("is_active").WriteBooleanValue(!chance.OneIn(4));
            draft.Begin("is_processing").WriteBooleanValue(chance.OneIn(6));
            draft.Begin("is_starred").WriteBooleanValue(chance.OneIn(3));
            context.Store.Add(draft.Finish(Identities.Letters(chance, 6)));
        }
    }

    private static void WriteNamed(ResourceDraft draft, Chance chance, int ordinal)
    {
        draft.Begin("name").WriteStringValue(Wording.Name(chance, ordinal));
        long created = Moments.Between(chance, Moments.Opening, Moments.Present - 30 * TimeSpan.TicksPerDay);
        Moments.Write(draft.Begin("created"), chance, created);
        Moments.Write(draft.Begin("updated"), chance, Moments.Between(chance, created + TimeSpan.TicksPerDay, Moments.Present));
    }

    /// <summary>The first list holds most profiles, each further one half as many as the one before.</summary>
    private static void SeedMembers(SeedContext context, string type)
    {
        Chance chance = context.ChanceFor(type + " members");
        StoredResource[] profiles = context.Store.All("profile");
        StoredResource[] groups = context.Store.All(type);
        for (int i = 0; i < groups.Length; i++)
            foreach (StoredResource profile in profiles)
                if (chance.Below(1 << Math.Min(i, 8)) == 0 && !chance.OneIn(8))
                    context.Relate(groups[i], "profiles", profile, Moments.Between(chance, Moments.Opening, Moments.Present));
    }
}
