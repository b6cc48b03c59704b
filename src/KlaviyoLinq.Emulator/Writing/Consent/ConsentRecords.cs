using System.Text.Json.Nodes;

namespace KlaviyoLinq.Emulator.Writing.Consent;

/// <summary>The consents and suppressions of a profile: its attribute <c>subscriptions</c> while it is changed.</summary>
internal sealed class ConsentRecords
{
    private const string Attribute = "subscriptions";
    private const string Suppression = "suppression";
    private const string ListSuppressions = "list_suppressions";

    private readonly ResourceEdit _profile;
    private readonly string _now;

    /// <param name="profile">The profile.</param>
    /// <param name="now">The time of the changes.</param>
    internal ConsentRecords(ResourceEdit profile, DateTimeOffset now)
    {
        _profile = profile;
        _now = Instants.Text(now);
        if (profile.Attributes[Attribute] is not JsonObject)
            profile.Set(Attribute, new JsonObject { ["email"] = null, ["sms"] = null, ["mobile_push"] = null, ["whatsapp"] = null });
    }

    private JsonObject Subscriptions => (JsonObject)_profile.Attributes[Attribute]!;

    private JsonObject Email => Record(Permission.EmailMarketing);

    /// <summary>Records a consent, and lifts the suppressions that a person can lift.</summary>
    /// <param name="permission">The permission.</param>
    /// <param name="at">The moment of the consent.</param>
    /// <param name="source">The source that the caller stated; null for none.</param>
    internal void Grant(Permission permission, DateTimeOffset at, string? source)
    {
        JsonObject record = Consent(permission, "SUBSCRIBED", Instants.Text(at));
        if (permission == Permission.EmailMarketing)
        {
            (record["method"], record["method_detail"], record["custom_method_detail"], record["double_optin"]) = ("API", null, source, false);
            Lift("UNSUBSCRIBE", "SPAM_COMPLAINT", "USER_SUPPRESSED");
            return;
        }
        record[permission.Flag] = true;
        if (permission.Channel == "sms")
            (record["method"], record["method_detail"]) = ("API", source);
    }

    /// <summary>Records that a consent was withdrawn.</summary>
    internal void Revoke(Permission permission)
    {
        JsonObject record = Consent(permission, "UNSUBSCRIBED", _now);
        if (permission == Permission.EmailMarketing)
            Suppress("UNSUBSCRIBE");
        else
            record[permission.Flag] = false;
    }

    /// <summary>Adds a suppression of all email marketing.</summary>
    /// <returns>False where the profile was suppressed for the reason already.</returns>
    internal bool Suppress(string reason)
    {
        JsonArray known = Array(Suppression);
        if (known.Any(entry => Text(entry, "reason") == reason))
            return false;
        known.Add((JsonNode)new JsonObject { ["reason"] = reason, ["timestamp"] = _now });
        Flag();
        return true;
    }

    /// <summary>Lifts the suppressions for some reasons.</summary>
    /// <returns>False where there was none.</returns>
    internal bool Lift(params string[] reasons)
    {
        int removed = Array(Suppression).RemoveAll(entry => reasons.Contains(Text(entry, "reason")));
        Flag();
        return removed > 0;
    }

    /// <summary>Adds a suppression of the email marketing of one list.</summary>
    internal void SuppressOf(string list)
    {
        LiftOf(list);
        Array(ListSuppressions).Add((JsonNode)new JsonObject { ["list_id"] = list, ["reason"] = "UNSUBSCRIBE", ["timestamp"] = _now });
    }

    /// <summary>Lifts the suppressions of the email marketing of one list.</summary>
    internal void LiftOf(string list) => Array(ListSuppressions).RemoveAll(entry => Text(entry, "list_id") == list);

    /// <summary>States whether email marketing can be received: unless all of it is suppressed.</summary>
    internal void Flag() => Email[Permission.EmailMarketing.Flag] = Array(Suppression).Count == 0;

    private JsonObject Consent(Permission permission, string consent, string at)
    {
        JsonObject record = Record(permission);
        record["consent"] = consent;
        record["consent_timestamp"] = at;
        if (permission.Channel != "push")
            record["last_updated"] = _now;
        if (permission.Channel == "whatsapp")
            record["phone_number"] = _profile.Attributes["phone_number"]?.DeepClone();
        if (permission.Flag == "can_receive")
            record["created_timestamp"] ??= at;
        return record;
    }

    private JsonObject Record(Permission permission)
    {
        if (Subscriptions[permission.ShownChannel] is not JsonObject channel)
            Subscriptions[permission.ShownChannel] = channel = permission.Channel switch
            {
                "email" => new JsonObject { ["marketing"] = NewRecord(Permission.EmailMarketing), ["open_tracking"] = null },
                "sms" => new JsonObject { ["marketing"] = null, ["transactional"] = null },
                "push" => new JsonObject { ["marketing"] = null },
                _ => new JsonObject { ["marketing"] = null, ["transactional"] = null, ["conversational"] = null },
            };
        if (channel[permission.Kind] is not JsonObject record)
            channel[permission.Kind] = record = NewRecord(permission);
        return record;
    }

    /// <summary>A record of a permission that was never given.</summary>
    private static JsonObject NewRecord(Permission permission)
    {
        JsonObject record = new()
        {
            [permission.Flag] = permission == Permission.EmailMarketing,
            ["consent"] = "NEVER_SUBSCRIBED",
            ["consent_timestamp"] = null,
        };
        string[] further = permission switch
        {
            { Channel: "push" } => [],
            { Channel: "sms" } => ["last_updated", "method", "method_detail"],
            { Kind: "marketing", Channel: "email" } => ["last_updated", "method", "method_detail", "custom_method_detail", "double_optin"],
            _ => ["last_updated", "created_timestamp", "metadata", "valid_until"],
        };
        foreach (string name in further)
            record[name] = null;
        return record;
    }

    private JsonArray Array(string name)
    {
        if (Email[name] is not JsonArray array)
            Email[name] = array = [];
        return array;
    }

    private static string? Text(JsonNode? entry, string name) => entry?[name]?.GetValue<string>();
}
