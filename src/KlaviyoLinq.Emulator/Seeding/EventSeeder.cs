using System.Globalization;
using System.Text.Json;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Seeding;

/// <summary>Generator of the events of the account's last six months.</summary>
internal static class EventSeeder
{
    // At revision 2022-10-17 an event has any number of them.
    private static readonly string[] _profile = ["profile", "profiles"];
    private static readonly string[] _metric = ["metric", "metrics"];

    internal static void Seed(SeedContext context)
    {
        StoredResource[] profiles = context.Store.All("profile");
        StoredResource[] metrics = context.Store.All("metric");
        if (profiles.Length == 0 || metrics.Length == 0)
            return;
        SeededRandom random = context.RandomFor("event");
        ResourceDraft draft = context.Draft("event");
        MessageChoices messages = new(context);
        long start = Moments.Present - 180 * TimeSpan.TicksPerDay;
        for (int i = 0; i < context.Size("event"); i++)
        {
            long at = Moments.Between(random, start, Moments.Present);
            int metric = random.Below(metrics.Length);
            string name = MetricSeeder.Known[metric % MetricSeeder.Known.Length].Name;
            Start(draft, random, i, at, name, messages.Next(name));
            string id = Identities.Letters(random, 11);
            StoredResource? profile = random.OneIn(500) ? null : random.Pick(profiles);
            WriteIdentifiers(draft, metrics[metric], profile);
            StoredResource resource = draft.Finish(id);
            context.Store.Add(resource);
            foreach (string relationship in _profile)
                if (profile is not null)
                    context.Relate(resource, relationship, profile);
            foreach (string relationship in _metric)
                context.Relate(resource, relationship, metrics[metric]);
        }
    }

    /// <summary>Writes the identifiers as attributes too, as revision 2022-10-17 has them.</summary>
    private static void WriteIdentifiers(ResourceDraft draft, StoredResource metric, StoredResource? profile)
    {
        if (draft.Layout.Find("metric_id") is not null)
            draft.Begin("metric_id").WriteStringValue(metric.Id);
        if (draft.Layout.Find("profile_id") is not null && profile is not null)
            draft.Begin("profile_id").WriteStringValue(profile.Id);
    }

    private static void Start(ResourceDraft draft, SeededRandom random, int ordinal, long at, string metric, string? message)
    {
        draft.Begin("timestamp").WriteNumberValue((at - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond);
        Utf8JsonWriter json = draft.Begin("event_properties");
        json.WriteStartObject();
        if (metric.Contains("Email", StringComparison.Ordinal))
            WriteMail(json, random);
        else
            WriteShop(json, random, ordinal, metric);
        if (message is not null)
            json.WriteString("$attributed_message", message);
        json.WriteEndObject();
        Moments.Write(draft.Begin("datetime"), at);
        draft.Begin("uuid").WriteStringValue(Identities.Uuid(random));
    }

    private static void WriteMail(Utf8JsonWriter json, SeededRandom random)
    {
        json.WriteString("Subject", random.Pick(Wording.Subjects));
        json.WriteString("Campaign Name", random.OneIn(3) ? null : random.Pick(Wording.Subjects));
        json.WriteString("$message", Identities.Letters(random, 6));
        json.WriteString("Email Domain", random.Pick(Wording.Domains));
        if (random.OneIn(2))
            json.WriteBoolean("machine_open", random.OneIn(2));
    }

    private static void WriteShop(Utf8JsonWriter json, SeededRandom random, int ordinal, string metric)
    {
        json.WriteString("$event_id", string.Create(CultureInfo.InvariantCulture, $"evt-{ordinal}"));
        if (metric.Contains("Order", StringComparison.Ordinal))
            json.WriteNumber("$value", random.Below(50_000) / 100m);
        json.WriteStartArray("Items");
        for (int i = random.Below(3); i >= 0; i--)
        {
            json.WriteStartObject();
            json.WriteString("ProductName", $"{random.Pick(Wording.Adjectives)} {random.Pick(Wording.Products)}");
            json.WriteNumber("Quantity", 1 + random.Below(4));
            json.WriteNumber("ItemPrice", random.Below(10_000) / 100m);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (random.OneIn(4))
            json.WriteNull("Discount Code");
    }
}
