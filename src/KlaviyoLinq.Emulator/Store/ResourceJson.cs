using System.Text.Json;

namespace KlaviyoLinq.Emulator.Store;

/// <summary>
/// Takes resources in as JSON:API writes them: <c>type</c>, <c>id</c>, <c>attributes</c>, <c>relationships</c> with <c>data</c>. Beyond JSON:API,
/// <c>hidden</c> may hold what filters reach but no document shows, and an identifier's <c>meta.joined_group_at</c> when a member joined.
/// </summary>
internal static class ResourceJson
{
    /// <summary>The resources in a text: itself one, an array of them, or a document with <c>data</c> and <c>included</c>.</summary>
    /// <exception cref="ArgumentException">There is something else.</exception>
    internal static IEnumerable<JsonElement> In(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray(),
        JsonValueKind.Object when json.TryGetProperty("data", out JsonElement data) =>
            json.TryGetProperty("included", out JsonElement included) ? [.. OneOrMany(data), .. In(included)] : OneOrMany(data),
        JsonValueKind.Object => [json],
        _ => throw new ArgumentException("Resources are a JSON object, an array of them, or a document with data."),
    };

    /// <summary>Adds resources, or replaces those with their types and ids: all of them, or none when one does not fit.</summary>
    internal static void AddAll(ResourceStore store, IReadOnlyList<JsonElement> resources)
    {
        (StoredResource Resource, (RelationshipLayout, string, long)[] Related)[] read = [.. resources.Select(json => Read(store, json))];
        store.Change(() =>
        {
            foreach ((StoredResource resource, _) in read)
            {
                store.Remove(resource.Layout.Type, resource.Id);
                store.Add(resource);
            }
            foreach ((StoredResource resource, (RelationshipLayout, string, long)[] related) in read)
                if (store.Find(resource.Layout.Type, resource.Id) == resource)
                    foreach ((RelationshipLayout relationship, string other, long stamp) in related)
                        store.Relate(resource, relationship, other, stamp);
        });
    }

    /// <summary>The attributes of a resource as they were dumped, without its relationships.</summary>
    internal static StoredResource Restore(ResourceLayout layout, string id, JsonElement json)
    {
        ResourceDraft draft = new(layout);
        Write(draft, json, "attributes", (_, place) => place != MemberPlace.Hidden);
        Write(draft, json, "hidden", (_, place) => place == MemberPlace.Hidden);
        return draft.Finish(id);
    }

    private static (StoredResource, (RelationshipLayout, string, long)[]) Read(ResourceStore store, JsonElement json)
    {
        string type = Text(json, "type") ?? throw new ArgumentException("A resource needs a type.");
        string id = Text(json, "id") ?? throw new ArgumentException("A resource needs an id.");
        ResourceLayout layout = store.FindLayout(type) ?? throw new ArgumentException($"The catalogue has no resource type '{type}'.");
        return (Restore(layout, id, json), [.. Related(layout, json)]);
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static IEnumerable<JsonElement> OneOrMany(JsonElement data) => data.ValueKind switch
    {
        JsonValueKind.Array => data.EnumerateArray(),
        JsonValueKind.Null => [],
        _ => [data],
    };

    private static void Write(ResourceDraft draft, JsonElement json, string container, Func<string, MemberPlace?, bool> belongs)
    {
        if (!json.TryGetProperty(container, out JsonElement members))
            return;
        foreach (JsonProperty member in Object(members, container))
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
        foreach (JsonProperty member in Object(relationships, "relationships"))
        {
            RelationshipLayout relationship = layout.FindRelationship(member.Name)
                ?? throw new ArgumentException($"A {layout.Type} has no relationship '{member.Name}'.");
            if (member.Value.ValueKind != JsonValueKind.Object
                || !member.Value.TryGetProperty("data", out JsonElement data)
                || data.ValueKind == JsonValueKind.Null)
                continue;
            foreach (JsonElement identifier in data.ValueKind == JsonValueKind.Array ? data.EnumerateArray().ToArray() : [data])
                yield return (
                    relationship,
                    Text(identifier, "id")
                        ?? throw new ArgumentException($"An identifier in the relationship '{member.Name}' of resource type {layout.Type} has no id."),
                    Joined(identifier));
        }
    }

    private static JsonElement.ObjectEnumerator Object(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object ? json.EnumerateObject() : throw new ArgumentException($"The {name} of a resource must be an object.");

    private static long Joined(JsonElement identifier) =>
        identifier.TryGetProperty("meta", out JsonElement meta) && meta.TryGetProperty("joined_group_at", out JsonElement joined)
            ? joined.GetDateTimeOffset().UtcTicks
            : 0;
}
