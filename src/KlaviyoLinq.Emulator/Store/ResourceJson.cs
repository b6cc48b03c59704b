using System.Text.Json;

namespace KlaviyoLinq.Emulator.Store;

/// <summary>
/// Takes resources in as JSON:API writes them: <c>type</c>, <c>id</c>, <c>attributes</c>, <c>relationships</c> with <c>data</c>. Beyond JSON:API,
/// <c>hidden</c> may hold what filters reach but no document shows, and an identifier's <c>meta.joined_group_at</c> when a member joined.
/// </summary>
internal static class ResourceJson
{
    internal static StoredResource Add(ResourceStore store, JsonElement json)
    {
        string type = json.GetProperty("type").GetString() ?? throw new ArgumentException("A resource needs a type.");
        string id = json.GetProperty("id").GetString() ?? throw new ArgumentException("A resource needs an id.");
        ResourceLayout layout = store.FindLayout(type) ?? throw new ArgumentException($"The catalogue has no resource type '{type}'.");
        ResourceDraft draft = new(layout);
        Write(draft, json, "attributes", (_, place) => place != MemberPlace.Hidden);
        Write(draft, json, "hidden", (_, place) => place == MemberPlace.Hidden);
        List<(RelationshipLayout Relationship, string Id, long Stamp)> related = [.. Related(layout, json)];
        store.Remove(type, id);
        StoredResource resource = draft.Finish(id);
        store.Add(resource);
        foreach ((RelationshipLayout relationship, string other, long stamp) in related)
            store.Relate(resource, relationship, other, stamp);
        return resource;
    }

    private static void Write(ResourceDraft draft, JsonElement json, string container, Func<string, MemberPlace?, bool> belongs)
    {
        if (!json.TryGetProperty(container, out JsonElement members))
            return;
        foreach (JsonProperty member in members.EnumerateObject())
        {
            if (!belongs(member.Name, draft.Layout.Find(member.Name)?.Place))
                throw new ArgumentException($"'{member.Name}' does not belong in the {container} of a {draft.Layout.Type}.");
            member.Value.WriteTo(draft.Begin(member.Name));
        }
    }

    private static IEnumerable<(RelationshipLayout, string, long)> Related(ResourceLayout layout, JsonElement json)
    {
        if (!json.TryGetProperty("relationships", out JsonElement relationships))
            yield break;
        foreach (JsonProperty member in relationships.EnumerateObject())
        {
            RelationshipLayout relationship = layout.FindRelationship(member.Name)
                ?? throw new ArgumentException($"A {layout.Type} has no relationship '{member.Name}'.");
            if (!member.Value.TryGetProperty("data", out JsonElement data) || data.ValueKind == JsonValueKind.Null)
                continue;
            foreach (JsonElement identifier in data.ValueKind == JsonValueKind.Array ? data.EnumerateArray().ToArray() : [data])
                yield return (relationship, identifier.GetProperty("id").GetString()!, Joined(identifier));
        }
    }

    private static long Joined(JsonElement identifier) =>
        identifier.TryGetProperty("meta", out JsonElement meta) && meta.TryGetProperty("joined_group_at", out JsonElement joined)
            ? joined.GetDateTimeOffset().UtcTicks
            : 0;
}
