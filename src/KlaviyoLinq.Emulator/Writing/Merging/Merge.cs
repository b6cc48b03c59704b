using System.Text.Json.Nodes;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Bodies;
using KlaviyoLinq.Emulator.Writing.Consent;
using KlaviyoLinq.Emulator.Writing.People;
using KlaviyoLinq.Emulator.Writing.Resources;

namespace KlaviyoLinq.Emulator.Writing.Merging;

/// <summary>Merges a profile into another one, which takes over whatever leads to the first and the attributes that it has no value of.</summary>
internal static class Merge
{
    private const string Profiles = "/data/relationships/profiles/data";

    internal static WriteAnswer Start(WriteCall call)
    {
        string target = call.Resource.Id!;
        IReadOnlyList<string> sources = call.Resource.Related("profiles")!;
        if (sources.Count != 1)
            return BodyFault.At(Profiles, "Exactly one source profile is required.");
        string source = sources[0];
        if (source == target)
            return BodyFault.At(Profiles + "/0/id", "A profile cannot be merged into itself.");
        if (call.Store.Find("profile", target) is not { } kept)
            return ApiError.NoSuchResource("profile", target) with { Pointer = "/data/id" };
        if (call.Store.Find("profile", source) is null)
            return ApiError.NoSuchResource("profile", source) with { Pointer = Profiles + "/0/id" };
        call.Work.Add(() =>
        {
            if (call.Store.Find("profile", source) is { } from && call.Store.Find("profile", target) is { } into)
                Run(call, from, into);
        });
        return new WriteAnswer(call.Status, kept) { ShowsAttributes = false };
    }

    private static void Run(WriteCall call, StoredResource source, StoredResource target)
    {
        MoveLinks(call.Store, source, target);
        foreach (RelationshipLayout relationship in source.Layout.Relationships)
            foreach (string id in source.Related(relationship).All().ToArray())
                Relations.Add(call.Store, target, relationship, id);
        ResourceEdit edit = ResourceEdit.Of(target);
        JsonObject given = ResourceEdit.Of(source).Attributes;
        string? lastEvent = Later(edit.Attributes["last_event_date"], given["last_event_date"]);
        string? anonymous = target.Text(ProfileKind.AnonymousId) ?? source.Text(ProfileKind.AnonymousId);
        Complete(edit.Attributes, given);
        edit.Set("last_event_date", lastEvent);
        edit.SetHidden(ProfileKind.AnonymousId, anonymous);
        if (edit.Attributes["subscriptions"]?["email"] is JsonObject)
            new ConsentRecords(edit, call.Now).Flag();
        // The identifiers of the source are free before the target receives them.
        OwnedResources.Remove(call.Store, source);
        ProfileUpsert.Save(call, call.Store.Find("profile", target.Id)!, edit);
    }

    /// <summary>Leads what is related to the source to the target: events, memberships with the moment of joining, push tokens, coupon codes.</summary>
    private static void MoveLinks(ResourceStore store, StoredResource source, StoredResource target)
    {
        foreach (ResourceLayout layout in store.Layouts)
            foreach (RelationshipLayout relationship in layout.Relationships.Where(relationship => relationship.ResourceType == "profile"))
                foreach (StoredResource resource in store.All(layout.Type))
                    if (StampOf(resource.Related(relationship), source.Id) is { } stamp)
                    {
                        bool isKnown = resource.Related(relationship).Contains(target.Id);
                        store.Unrelate(resource, relationship, source.Id);
                        if (!isKnown)
                            Relations.Add(store, resource, relationship, target.Id, stamp);
                    }
    }

    /// <summary>Fills in the members that are absent or null, at every depth. An array of the target stays as it is, except an empty one.</summary>
    private static void Complete(JsonObject target, JsonObject source)
    {
        foreach ((string name, JsonNode? value) in source)
            if (value is not null && target[name] is null or JsonArray { Count: 0 })
                target[name] = value.DeepClone();
            else if (value is JsonObject given && target[name] is JsonObject known)
                Complete(known, given);
    }

    private static string? Later(JsonNode? one, JsonNode? other)
    {
        string?[] texts = [one?.GetValue<string>(), other?.GetValue<string>()];
        return texts.OfType<string>().MaxBy(text => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static long? StampOf(Identifiers identifiers, string id)
    {
        for (int i = 0; i < identifiers.Count; i++)
            if (identifiers[i] == id)
                return identifiers.StampAt(i);
        return null;
    }
}
