using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Seeding;

/// <summary>Campaigns by turns through email, SMS and mobile push, each with its messages in that channel.</summary>
internal static class CampaignSeeder
{
    private static readonly string[] _channels = ["email", "sms", "mobile_push"];

    internal static void Seed(SeedContext context)
    {
        PlainSeeder.Seed(context, "campaign");
        SeededRandom random = context.RandomFor("campaign-message");
        AttributeValues values = context.Values(random);
        ResourceDraft draft = context.Draft("campaign-message");
        ResourceFacts facts = context.Catalogue.FindResource("campaign-message")!;
        int ordinal = 0;
        int turn = 0;
        foreach (StoredResource campaign in context.Store.All("campaign"))
        {
            string channel = _channels[turn++ % _channels.Length];
            for (int i = random.OneIn(5) ? 2 : 1; i > 0; i--, ordinal++)
            {
                foreach (AttributeFacts attribute in facts.Attributes)
                    if (attribute.Name == "definition")
                        WriteDefinition(draft.Begin("definition"), random, channel, ordinal);
                    else
                        values.Write(draft.Begin(attribute.Name), attribute, ordinal);
                StoredResource message = draft.Finish(Identities.Of("campaign-message", random, ordinal));
                context.Store.Add(message);
                context.Relate(campaign, "campaign-messages", message);
            }
        }
    }

    private static void WriteDefinition(Utf8JsonWriter json, SeededRandom random, string channel, int ordinal)
    {
        json.WriteStartObject();
        json.WriteString("channel", channel);
        if (channel == "email")
            json.WriteString("label", Wording.Name(random, ordinal));
        json.WriteStartObject("content");
        if (channel == "email")
        {
            json.WriteString("subject", random.Pick(Wording.Subjects));
            json.WriteString("preview_text", "Only this week");
            json.WriteString("from_email", "shop@example.com");
            json.WriteString("from_label", "The Shop");
        }
        else
        {
            json.WriteString("body", $"{random.Pick(Wording.Subjects)}: reply STOP to opt out");
        }
        json.WriteEndObject();
        if (channel == "mobile_push")
            json.WriteString("notification_type", "standard");
        json.WriteEndObject();
    }
}
