using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Bodies;

namespace KlaviyoLinq.Emulator.Writing.People;

/// <summary>Checks and extends the lists and segments that a body names. The sentence about a missing list is quoted from the live API.</summary>
internal static class ListMembers
{
    /// <summary>Checks that a list or segment exists.</summary>
    /// <param name="call">The request.</param>
    /// <param name="type"><c>list</c> or <c>segment</c>.</param>
    /// <param name="id">The id.</param>
    /// <param name="pointer">The pointer to the id.</param>
    internal static ApiError? Check(WriteCall call, string type, string id, string pointer) => call.Store.Find(type, id) is null
        ? BodyFault.At(pointer, $"{(type == "list" ? "List" : "Segment")} not found with id {id}.")
        : null;

    /// <summary>Determines whether a profile is in a list. Looks from the profile's end: a list may have a million members.</summary>
    internal static bool Contains(StoredResource list, StoredResource profile) =>
        profile.Related(profile.Layout.FindRelationship(list.Layout.Type + "s")!).Contains(list.Id);

    /// <summary>Adds a profile to a list from now on. A member stays one since it joined.</summary>
    internal static void Add(WriteCall call, StoredResource list, StoredResource profile)
    {
        if (!Contains(list, profile))
            Relations.Add(call.Store, list, RelationshipOf(list), profile.Id, call.Now.UtcTicks);
    }

    internal static void Remove(WriteCall call, StoredResource list, StoredResource profile) => call.Store.Unrelate(list, RelationshipOf(list), profile.Id);

    /// <summary>The relationship from a list or segment to its members.</summary>
    internal static RelationshipLayout RelationshipOf(StoredResource list) => list.Layout.FindRelationship("profiles")!;
}
