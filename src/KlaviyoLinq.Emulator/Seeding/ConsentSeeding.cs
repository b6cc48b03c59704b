using System.Text.Json;

namespace KlaviyoLinq.Emulator.Seeding;

/// <summary>Generator of consents and predictions of a profile: the attributes that are sent only on request.</summary>
internal static class ConsentSeeding
{
    private static readonly string[] _reasons = ["HARD_BOUNCE", "INVALID_EMAIL", "SPAM_COMPLAINT", "UNSUBSCRIBE", "USER_SUPPRESSED"];
    private static readonly string[] _methods = ["PREFERENCE_PAGE", "FORM", "CHECKOUT", "MANUAL_ADD"];

    internal static void WriteSubscriptions(Utf8JsonWriter json, SeededRandom random, long created)
    {
        json.WriteStartObject();
        json.WriteStartObject("email");
        WriteEmail(json, random, created);
        json.WriteNull("open_tracking");
        json.WriteEndObject();
        json.WritePropertyName("sms");
        WriteSms(json, random, created);
        json.WriteNull("mobile_push");
        json.WriteNull("whatsapp");
        json.WriteEndObject();
    }

    internal static void WritePredictions(Utf8JsonWriter json, SeededRandom random)
    {
        bool known = random.OneIn(2);
        if (!known && !random.OneIn(8))
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        foreach (string name in new[] { "historic_clv", "predicted_clv", "total_clv", "historic_number_of_orders", "predicted_number_of_orders",
            "average_days_between_orders", "average_order_value", "churn_probability" })
        {
            if (known)
                json.WriteNumber(name, random.Below(name == "churn_probability" ? 100 : 100_000) / 100.0);
            else
                json.WriteNull(name);
        }
        json.WritePropertyName("expected_date_of_next_order");
        if (known)
            Moments.Write(json, Moments.Present + random.Below(90) * TimeSpan.TicksPerDay);
        else
            json.WriteNullValue();
        json.WriteStartArray("ranked_channel_affinity");
        if (known)
            json.WriteStringValue(random.OneIn(2) ? "email" : "sms");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Consents for a phone number; a profile without such a consent has none.</summary>
    private static void WriteSms(Utf8JsonWriter json, SeededRandom random, long created)
    {
        if (!random.OneIn(3))
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteStartObject("marketing");
        WriteConsent(json, random, created, "can_receive_sms_marketing", !random.OneIn(4));
        json.WriteEndObject();
        json.WriteNull("transactional");
        json.WriteEndObject();
    }

    private static void WriteEmail(Utf8JsonWriter json, SeededRandom random, long created)
    {
        json.WriteStartObject("marketing");
        WriteConsent(json, random, created, "can_receive_email_marketing", !random.OneIn(3));
        json.WriteStartArray("suppression");
        if (random.OneIn(12))
            WriteSuppression(json, random, created, null);
        json.WriteEndArray();
        json.WriteStartArray("list_suppressions");
        for (int i = random.OneIn(15) ? 1 + random.Below(2) : 0; i > 0; i--)
            WriteSuppression(json, random, created, ListSeeder.SuppressingList);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteConsent(Utf8JsonWriter json, SeededRandom random, long created, string permission, bool subscribed)
    {
        json.WriteBoolean(permission, subscribed);
        json.WriteString("consent", subscribed ? "SUBSCRIBED" : "NEVER_SUBSCRIBED");
        json.WritePropertyName("consent_timestamp");
        WriteWhen(json, subscribed, created);
        json.WritePropertyName("last_updated");
        WriteWhen(json, subscribed, created);
        json.WriteString("method", subscribed ? random.Pick(_methods) : null);
        json.WriteString("method_detail", subscribed ? "Newsletter" : null);
        json.WriteNull("custom_method_detail");
        if (subscribed)
            json.WriteBoolean("double_optin", random.OneIn(2));
        else
            json.WriteNull("double_optin");
    }

    private static void WriteWhen(Utf8JsonWriter json, bool known, long ticks)
    {
        if (known)
            Moments.Write(json, ticks);
        else
            json.WriteNullValue();
    }

    private static void WriteSuppression(Utf8JsonWriter json, SeededRandom random, long created, string? list)
    {
        json.WriteStartObject();
        if (list is not null)
            json.WriteString("list_id", list);
        json.WriteString("reason", random.Pick(_reasons));
        json.WritePropertyName("timestamp");
        Moments.Write(json, Moments.Between(random, created, Moments.Present + TimeSpan.TicksPerDay));
        json.WriteEndObject();
    }
}
