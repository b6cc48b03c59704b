using System.Globalization;
using System.Text.Json;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Writing.People;

namespace KlaviyoLinq.Emulator.Writing.Consent;

/// <summary>Accepts consents of many profiles, or their withdrawal.</summary>
internal static class SubscriptionWrites
{
    private const string Items = "/data/attributes/profiles/data";

    internal static WriteAnswer Subscribe(WriteCall call)
    {
        JsonElement attributes = call.Resource.Attributes;
        bool isHistorical = attributes.TryGetProperty("historical_import", out JsonElement historical) && historical.ValueKind == JsonValueKind.True;
        BodyResource[] profiles = call.Resource.EmbeddedMany("profiles");
        if ((CheckProfiles(profiles, (profile, place) => ConsentRules.CheckIdentity(profile, place)
            ?? ConsentRules.CheckTimes(profile, place, isHistorical, call.Now)) ?? CheckList(call)) is { } refusal)
            return refusal;
        Subscription[] subscriptions =
        [
            .. profiles.Select(profile => new Subscription
            {
                Call = call,
                Profile = profile,
                Permissions = [.. Channels.Of(profile).Select(named => (named.Permission, Channels.ConsentedAt(named.Parameters)))],
                List = ListOf(call),
                Source = call.Resource.Text("custom_source"),
                IsHistorical = isHistorical,
            }),
        ];
        call.Work.Add(() => Array.ForEach(subscriptions, subscription => subscription.Run()));
        return new WriteAnswer(call.Status);
    }

    internal static WriteAnswer Unsubscribe(WriteCall call)
    {
        BodyResource[] profiles = call.Resource.EmbeddedMany("profiles");
        if ((CheckProfiles(profiles, ConsentRules.CheckIdentity) ?? CheckList(call)) is { } refusal)
            return refusal;
        string? list = ListOf(call);
        call.Work.Add(() => Array.ForEach(profiles, profile => Withdrawal.Run(call, profile, list)));
        return new WriteAnswer(call.Status);
    }

    /// <summary>Checks that the list of a body exists.</summary>
    internal static ApiError? CheckList(WriteCall call) =>
        ListOf(call) is { } list ? ListMembers.Check(call, "list", list, "/data/relationships/list/data/id") : null;

    /// <summary>The id of the list of a body; null for none.</summary>
    internal static string? ListOf(WriteCall call) => call.Resource.Related("list") is [var list] ? list : null;

    private static ApiError? CheckProfiles(BodyResource[] profiles, Func<BodyResource, string, ApiError?> check)
    {
        for (int i = 0; i < profiles.Length; i++)
            if (check(profiles[i], string.Create(CultureInfo.InvariantCulture, $"{Items}/{i}")) is { } misfit)
                return misfit;
        return null;
    }
}
