using System.Text.Json;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Resources;

namespace KlaviyoLinq.Emulator.Writing.Consent;

/// <summary>The push tokens that a body names.</summary>
internal static class PushTokens
{
    /// <summary>The profile of the first known token; null where no token is known.</summary>
    internal static StoredResource? Owner(WriteCall call, IReadOnlyList<JsonElement> tokens) =>
        tokens.Select(token => Find(call, token)).OfType<StoredResource>().Select(known => Owner(call, known)).OfType<StoredResource>().FirstOrDefault();

    /// <summary>Removes a token, unless it is another profile's by now.</summary>
    internal static void Remove(WriteCall call, JsonElement token, StoredResource? profile)
    {
        if (Find(call, token) is { } known && (Owner(call, known) is not { } owner || owner.Id == profile?.Id))
            OwnedResources.Remove(call.Store, known);
    }

    /// <summary>Finds a token of a platform.</summary>
    private static StoredResource? Find(WriteCall call, JsonElement token) =>
        call.Store.FindAllBy("push-token", "token", token.GetProperty("token").GetString()!)
            .FirstOrDefault(known => known.Text("platform") == token.GetProperty("platform").GetString());

    private static StoredResource? Owner(WriteCall call, StoredResource token) =>
        token.Related(token.Layout.FindRelationship("profile")!) is { Count: > 0 } owner ? call.Store.Find("profile", owner[0]) : null;
}
