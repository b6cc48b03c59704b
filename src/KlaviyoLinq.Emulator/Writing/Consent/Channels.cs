using System.Text.Json;

namespace KlaviyoLinq.Emulator.Writing.Consent;

/// <summary>Reader of the object <c>subscriptions</c> of a body.</summary>
internal static class Channels
{
    private static readonly JsonElement _nothing = JsonElement.Parse("{}");

    /// <summary>The permissions that a profile of a body names, each with its parameters.</summary>
    internal static IEnumerable<(Permission Permission, JsonElement Parameters)> Of(BodyResource profile)
    {
        foreach (Permission permission in Permission.All)
            if (Member(Member(Subscriptions(profile), permission.Channel), permission.Kind) is { ValueKind: JsonValueKind.Object } parameters)
                yield return (permission, parameters);
    }

    /// <summary>The moment of a consent that is imported; null where the body states none.</summary>
    internal static DateTimeOffset? ConsentedAt(JsonElement parameters) =>
        Member(parameters, "consented_at") is var stated && stated.TryGetMoment(out DateTimeOffset moment) ? moment : null;

    /// <summary>Indicates whether a profile of a body names the channel of push messages.</summary>
    internal static bool HasPush(BodyResource profile) => Push(profile).ValueKind == JsonValueKind.Object;

    /// <summary>The push tokens that a profile of a body names.</summary>
    internal static IReadOnlyList<JsonElement> Tokens(BodyResource profile) =>
        Member(Push(profile), "tokens") is { ValueKind: JsonValueKind.Array } tokens ? [.. tokens.EnumerateArray()] : [];

    /// <summary>The identifier of a visitor that a profile of a body names beside its push tokens; null for none.</summary>
    internal static string? AnonymousId(BodyResource profile) =>
        Member(Push(profile), "anonymous_id") is { ValueKind: JsonValueKind.String } id ? id.GetString() : null;

    /// <summary>Indicates whether the body has the object at all.</summary>
    internal static bool AreNamed(BodyResource profile) => Subscriptions(profile).ValueKind == JsonValueKind.Object;

    private static JsonElement Push(BodyResource profile) => Member(Subscriptions(profile), "push");

    private static JsonElement Subscriptions(BodyResource profile) => Member(profile.Attributes, "subscriptions");

    private static JsonElement Member(JsonElement value, string name) =>
        (value.ValueKind == JsonValueKind.Object ? value : _nothing).TryGetProperty(name, out JsonElement member) ? member : default;
}
