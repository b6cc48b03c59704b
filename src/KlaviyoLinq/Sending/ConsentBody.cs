using System.Globalization;
using System.Text.Json;
using KlaviyoLinq.Bodies;
using KlaviyoLinq.Commands.Bodies;
using KlaviyoLinq.Model;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Sending;

/// <summary>Writes consent.</summary>
internal static class ConsentBody
{
    /// <summary>Writes the profile whose consent changes.</summary>
    internal static void Write(Utf8JsonWriter json, ConsentChange change, string consent) =>
        json.Resource("profile", change.ProfileId, () =>
        {
            json.Text("email", change.Email);
            json.Text("phone_number", change.PhoneNumber);
            WriteChannels(json, change, consent);
            json.Text("age_gated_date_of_birth", change.DateOfBirth?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        });

    /// <summary>Writes the <c>subscriptions</c> of a profile. A change without a channel has none, which the judge refuses where they are required.</summary>
    internal static void WriteChannels(Utf8JsonWriter json, ConsentChange change, string consent)
    {
        if ((change.Marketing | change.Transactional) == KlaviyoChannels.None
            && change is { Conversational: false, OpenTracking: false, PushTokens: null, AnonymousId: null })
            return;
        json.Object("subscriptions", () =>
        {
            WriteChannel(json, change, consent, "email", KlaviyoChannels.Email);
            WriteChannel(json, change, consent, "sms", KlaviyoChannels.Sms);
            WriteChannel(json, change, consent, "whatsapp", KlaviyoChannels.WhatsApp);
            WriteChannel(json, change, consent, "push", KlaviyoChannels.Push);
        });
    }

    private static void WriteChannel(Utf8JsonWriter json, ConsentChange change, string consent, string name, KlaviyoChannels channel)
    {
        bool marketing = change.Marketing.HasFlag(channel);
        bool transactional = change.Transactional.HasFlag(channel);
        bool conversational = change.Conversational && channel == KlaviyoChannels.WhatsApp;
        bool tracking = change.OpenTracking && channel == KlaviyoChannels.Email;
        bool tokens = channel == KlaviyoChannels.Push && (change.PushTokens is not null || change.AnonymousId is not null);
        if (!marketing && !transactional && !conversational && !tracking && !tokens)
            return;
        json.Object(name, () =>
        {
            WriteConsent(json, "marketing", marketing, consent, change.ConsentedAt);
            WriteConsent(json, "transactional", transactional, consent, change.ConsentedAt);
            WriteConsent(json, "conversational", conversational, consent, null);
            WriteConsent(json, "open_tracking", tracking, consent, null);
            if (tokens)
                WriteTokens(json, change);
        });
    }

    private static void WriteConsent(Utf8JsonWriter json, string kind, bool isIncluded, string consent, DateTimeOffset? consentedAt)
    {
        if (isIncluded)
            json.Object(kind, () =>
            {
                json.WriteString("consent"u8, consent);
                json.Moment("consented_at", consentedAt);
            });
    }

    private static void WriteTokens(Utf8JsonWriter json, ConsentChange change)
    {
        if (change.PushTokens is { } tokens)
        {
            json.WriteStartArray("tokens"u8);
            foreach (PushToken token in tokens)
            {
                json.WriteStartObject();
                token.WriteMembers(json, new BodyScope(true, null));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.Text("anonymous_id", change.AnonymousId);
    }
}
