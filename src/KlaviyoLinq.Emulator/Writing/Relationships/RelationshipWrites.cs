using System.Globalization;
using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing.Bodies;

namespace KlaviyoLinq.Emulator.Writing.Relationships;

/// <summary>Adds to, replaces and removes from relationships: <c>/api/lists/{id}/relationships/profiles</c>.</summary>
internal static class RelationshipWrites
{
    internal static WriteAnswer Add(WriteCall call) => Change(call, (resource, relationship, ids) =>
    {
        if (call.Operation.Repeat == RepeatClass.Keyed && IndexOf(ids, resource.Related(relationship).Contains) is { } known)
            return BodyFault.Conflict(
                Pointer(call, known), $"The {relationship.ResourceType} {ids[known]} is already related to the {resource.Layout.Type} {resource.Id}.");
        // A group remembers since when a profile is its member.
        long stamp = relationship.ResourceType == "profile" ? call.Now.UtcTicks : 0;
        foreach (string id in ids)
            if (!resource.Related(relationship).Contains(id))
                Relations.Add(call.Store, resource, relationship, id, stamp);
        return null;
    });

    internal static WriteAnswer Replace(WriteCall call) => Change(call, (resource, relationship, ids) =>
    {
        Relations.Replace(call.Store, resource, relationship, ids);
        return null;
    });

    /// <summary>Changes the name and description of a link between object schemas. No answer shows them, so they are not kept.</summary>
    internal static WriteAnswer Describe(WriteCall call) => Change(
        call,
        (resource, relationship, ids) => resource.Related(relationship).Contains(ids[0])
            ? null
            : ApiError.NotFound($"The {relationship.ResourceType} {ids[0]} is not related to the {resource.Layout.Type} {resource.Id}."));

    internal static WriteAnswer Remove(WriteCall call) => Change(call, (resource, relationship, ids) =>
    {
        foreach (string id in ids)
            call.Store.Unrelate(resource, relationship, id);
        return null;
    });

    private static WriteAnswer Change(WriteCall call, Func<StoredResource, RelationshipLayout, IReadOnlyList<string>, ApiError?> change)
    {
        string[] segments = call.Operation.Path.Split('/');
        string parentType = call.Catalogue.FindRead(string.Join('/', segments[..4]))!.ResourceType;
        if (call.Store.Find(parentType, call.Id!) is not { } resource)
            return ApiError.NoSuchResource(parentType, call.Id!);
        RelationshipLayout relationship = resource.Layout.FindRelationshipOfPath(segments[^1])!;
        JsonElement data = call.Data!.Value;
        string[] ids = data.ValueKind switch
        {
            JsonValueKind.Array => [.. data.EnumerateArray().Select(identifier => identifier.GetProperty("id").GetString()!)],
            JsonValueKind.Null => [],
            _ => [data.GetProperty("id").GetString()!],
        };
        // What is to be removed need not exist.
        if (call.Operation.Family != WriteFamily.RelationshipRemove
            && IndexOf(ids, id => call.Store.Find(relationship.ResourceType, id) is null) is { } missing)
            return ApiError.NoSuchResource(relationship.ResourceType, ids[missing]) with { Pointer = Pointer(call, missing) };
        return change(resource, relationship, ids) is { } refusal ? refusal : new WriteAnswer(call.Status);
    }

    private static int? IndexOf(IReadOnlyList<string> ids, Func<string, bool> predicate)
    {
        for (int i = 0; i < ids.Count; i++)
            if (predicate(ids[i]))
                return i;
        return null;
    }

    private static string Pointer(WriteCall call, int index) =>
        call.Operation.IsMany ? string.Create(CultureInfo.InvariantCulture, $"/data/{index}/id") : "/data/id";
}
