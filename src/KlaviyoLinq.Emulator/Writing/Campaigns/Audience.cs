using System.Text.Json;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing.Campaigns;

/// <summary>Profiles that a campaign is sent to: the members of the lists and segments that it includes, without those that it excludes.</summary>
internal static class Audience
{
    /// <summary>The ids of the profiles, each once.</summary>
    internal static HashSet<string> Of(ResourceStore store, StoredResource campaign)
    {
        JsonElement audiences = StoredValues.Json(campaign, "audiences");
        HashSet<string> members = new(StringComparer.Ordinal);
        foreach (string id in Groups(audiences, "included"))
            members.UnionWith(Members(store, id));
        foreach (string id in Groups(audiences, "excluded"))
            members.ExceptWith(Members(store, id));
        return members;
    }

    private static IEnumerable<string> Groups(JsonElement audiences, string member) =>
        audiences.ValueKind == JsonValueKind.Object && audiences.TryGetProperty(member, out JsonElement groups) && groups.ValueKind == JsonValueKind.Array
            ? [.. groups.EnumerateArray().Where(id => id.ValueKind == JsonValueKind.String).Select(id => id.GetString()!)]
            : [];

    private static IEnumerable<string> Members(ResourceStore store, string id) => (store.Find("list", id) ?? store.Find("segment", id)) is { } group
        ? group.Related(group.Layout.FindRelationship("profiles")!).All()
        : [];
}
