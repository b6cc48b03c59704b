using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>Content of an emulated account at a moment.</summary>
internal sealed class AccountState
{
    private static readonly string[] _types = [.. KlaviyoCatalogue.Newest.Reads.Select(read => read.ResourceType).Distinct().Order(StringComparer.Ordinal)];

    private readonly Dictionary<(string Type, string Id), JsonElement> _resources;

    private AccountState(KlaviyoEmulator emulator) => _resources = _types.Where(type => emulator.Catalogue.FindResource(type) is not null)
        .SelectMany(emulator.Resources)
        .ToDictionary(resource => (resource.GetProperty("type").GetString()!, resource.GetProperty("id").GetString()!));

    /// <summary>The number of resources of each type, and of the links of each relationship, by name.</summary>
    internal IReadOnlyDictionary<string, int> Counts => _counts ??= Count();

    private IReadOnlyDictionary<string, int>? _counts;

    internal static AccountState Of(WriteWorld world) => new(world.Emulator);

    internal IEnumerable<JsonElement> All(string type) => _resources.Where(entry => entry.Key.Type == type).Select(entry => entry.Value);

    internal IEnumerable<string> Ids(string type) => All(type).Select(resource => resource.GetProperty("id").GetString()!);

    /// <summary>The text of an attribute of each resource of a type.</summary>
    internal IEnumerable<(string Id, string? Text)> Texts(string type, string attribute) => Ids(type).Select(id => (id, Text(type, id, attribute)));

    /// <summary>The text of an attribute; null where it is absent or null.</summary>
    internal string? Text(string type, string id, string attribute) =>
        _resources[(type, id)].GetProperty("attributes").TryGetProperty(attribute, out JsonElement value) ? value.GetString() : null;

    internal JsonElement? Find(string type, string id) => _resources.TryGetValue((type, id), out JsonElement resource) ? resource : null;

    /// <summary>The ids at the other end of a resource's relationship.</summary>
    internal IReadOnlyList<string> Related(string type, string id, string relationship)
    {
        JsonElement data = _resources[(type, id)].GetProperty("relationships").GetProperty(relationship).GetProperty("data");
        return data.ValueKind switch
        {
            JsonValueKind.Array => [.. data.EnumerateArray().Select(identifier => identifier.GetProperty("id").GetString()!)],
            JsonValueKind.Object => [data.GetProperty("id").GetString()!],
            _ => [],
        };
    }

    /// <summary>The resources that exist here and not in another state.</summary>
    internal IReadOnlyList<(string Type, string Id)> Except(AccountState other) => [.. _resources.Keys.Except(other._resources.Keys)];

    /// <summary>The resources whose attributes differ from those in another state, where they exist too.</summary>
    internal IReadOnlyList<(string Type, string Id)> ChangedSince(AccountState other) =>
    [
        .. _resources.Where(entry => other._resources.TryGetValue(entry.Key, out JsonElement before)
            && !JsonElement.DeepEquals(before.GetProperty("attributes"), entry.Value.GetProperty("attributes"))).Select(entry => entry.Key),
    ];

    private Dictionary<string, int> Count()
    {
        Dictionary<string, int> counts = _types.ToDictionary(type => type, _ => 0);
        foreach (((string type, string _), JsonElement resource) in _resources)
        {
            counts[type]++;
            foreach (JsonProperty relationship in resource.GetProperty("relationships").EnumerateObject())
            {
                JsonElement data = relationship.Value.GetProperty("data");
                string name = $"{type}.{relationship.Name}";
                counts[name] = counts.GetValueOrDefault(name)
                    + data.ValueKind switch { JsonValueKind.Array => data.GetArrayLength(), JsonValueKind.Null => 0, _ => 1 };
            }
        }

        return counts;
    }
}
