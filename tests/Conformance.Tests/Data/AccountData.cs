using System.Text;
using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Conformance.Tests.Data;

/// <summary>Resources of the emulator as linked objects, for LINQ to Objects.</summary>
internal sealed class AccountData
{
    private readonly Dictionary<(string Type, string Id), JsonElement> _json;
    private readonly Dictionary<(string Type, string Id), KlaviyoResource> _resources;
    private readonly Dictionary<KlaviyoResource, Dictionary<string, object[]>> _hidden = [];

    internal AccountData(KlaviyoEmulator emulator, KlaviyoCatalogue? catalogue = null)
    {
        _json = (catalogue ?? KlaviyoCatalogue.Newest).Resources.SelectMany(facts => emulator.Resources(facts.Type)).ToDictionary(Key);
        _resources = Read(_json.Values).ToDictionary(resource => (resource.ResourceType, resource.Id));
        foreach (List list in Of("list").Cast<List>())
            list.ProfileCount = list.Profiles.Count;
        foreach (Segment segment in Of("segment").Cast<Segment>())
            segment.ProfileCount = segment.Profiles.Count;
        foreach (KlaviyoResource resource in _resources.Values)
            _hidden.Add(resource, HiddenValues.Fill(resource, _json[(resource.ResourceType, resource.Id)], (type, id) => _json.GetValueOrDefault((type, id))));
    }

    internal IEnumerable<KlaviyoResource> Of(string type) => _resources.Values.Where(resource => resource.ResourceType == type);

    internal KlaviyoResource Find(string type, string id) => _resources[(type, id)];

    /// <summary>All values of a member that no document shows; a class has room for the first only.</summary>
    internal object[] Hidden(KlaviyoResource resource, string member) => _hidden[resource].GetValueOrDefault(member, []);

    /// <summary>Resources that an operation returns without a filter: a whole type, one resource, or the resources related to one.</summary>
    internal List<KlaviyoResource> Scope(ReadFacts operation, string id)
    {
        if (operation.ParentType is not { } type)
            return !operation.IsCollection ? [Find(operation.ResourceType, id)] : [.. Of(operation.ResourceType)];
        JsonElement relationships = _json[(type, id)].GetProperty("relationships");

        // A profile's one conversation is the first of its conversations.
        if (!relationships.TryGetProperty(operation.Relationship!, out JsonElement relationship))
            relationship = relationships.GetProperty(operation.Relationship + "s");
        JsonElement data = relationship.GetProperty("data");
        JsonElement[] identifiers = data.ValueKind switch { JsonValueKind.Array => [.. data.EnumerateArray()], JsonValueKind.Null => [], _ => [data] };
        return [.. identifiers.Take(!operation.IsCollection ? 1 : int.MaxValue)
            .Select(identifier => Member(operation.ResourceType, identifier))];
    }

    /// <summary>The ids by which an operation's parents can be requested, those with the most related resources first.</summary>
    internal IEnumerable<string> Parents(ReadFacts operation) =>
        Of(operation.ParentType!)
            .OrderByDescending(parent => Scope(operation, parent.Id).Count)
            .ThenBy(parent => parent.Id, StringComparer.Ordinal)
            .Select(parent => parent.Id);

    // When a profile joined a list is told by the membership, so it is another moment in each list.
    private KlaviyoResource Member(string type, JsonElement identifier)
    {
        KlaviyoResource resource = Find(type, identifier.GetProperty("id").GetString()!);
        if (resource is Profile profile)
            profile.JoinedGroupAt = identifier.TryGetProperty("meta", out JsonElement meta) ? meta.GetProperty("joined_group_at").GetDateTimeOffset() : null;
        return resource;
    }

    private static IReadOnlyList<KlaviyoResource> Read(IEnumerable<JsonElement> resources)
    {
        StringBuilder document = new("{\"data\":[");
        document.AppendJoin(',', resources.Select(json => json.GetRawText()));
        return DocumentReader.Read(Encoding.UTF8.GetBytes(document.Append("],\"links\":{\"next\":null}}").ToString())).Resources;
    }

    private static (string, string) Key(JsonElement json) => (json.GetProperty("type").GetString()!, json.GetProperty("id").GetString()!);
}
