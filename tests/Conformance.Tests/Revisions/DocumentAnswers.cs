using System.Text.Json;
using System.Text.Json.Nodes;

namespace KlaviyoLinq.Conformance.Tests.Revisions;

/// <summary>
/// Resources as the official document of a revision describes them: every member of every answer, and every alternative of every union. Read without the
/// generator's code, which is what is held against the document.
/// </summary>
internal sealed class DocumentAnswers
{
    private readonly JsonElement _root;
    private readonly Dictionary<string, List<JsonObject>> _resources = [];
    private readonly HashSet<string> _seen = [];
    private readonly ILookup<string, string> _kinds;
    private int _count;

    private DocumentAnswers(JsonElement root, ILookup<string, string> kinds) => (_root, _kinds) = (root, kinds);

    /// <summary>The resources by type, each with attributes that differ from those of the others.</summary>
    /// <param name="path">The document.</param>
    /// <param name="newest">The newest document: what distinguishes alternatives there is a plain string in an older one, and may have the same values.</param>
    internal static IReadOnlyDictionary<string, List<JsonObject>> Of(string path, string newest)
    {
        using JsonDocument later = JsonDocument.Parse(File.ReadAllBytes(newest));
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
        DocumentAnswers answers = new(document.RootElement, Constants(later.RootElement).Distinct().ToLookup(pair => pair.Name, pair => pair.Value));
        foreach (JsonProperty operation in document.RootElement.GetProperty("paths").EnumerateObject())
            if (operation.Value.TryGetProperty("get", out JsonElement get))
                answers.Add(get.GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject().Single().Value.GetProperty("schema"));
        return answers._resources;
    }

    private void Add(JsonElement answer)
    {
        foreach (JsonElement part in Parts(answer, []))
            if (part.TryGetProperty("properties", out JsonElement members))
                foreach (string member in new[] { "data", "included" })
                    if (members.TryGetProperty(member, out JsonElement resources))
                        AddResources(resources);
    }

    private void AddResources(JsonElement schema)
    {
        List<JsonElement> parts = Parts(schema, []);
        foreach (JsonElement inner in parts.SelectMany(part => All(part, "items").Concat(All(part, "oneOf").SelectMany(list => list.EnumerateArray()))))
            AddResources(inner);
        JsonElement[] members = [.. parts.SelectMany(part => All(part, "properties"))];
        if (!members.Any(properties => properties.TryGetProperty("attributes", out _)))
            return;
        string type = (string)Variants(members.First(properties => properties.TryGetProperty("type", out _)).GetProperty("type"), [])[0]!;
        foreach (JsonElement attributes in members.SelectMany(properties => All(properties, "attributes")))
            if (_seen.Add($"{type} {attributes.GetRawText()}"))
                foreach (JsonNode? values in Variants(attributes, []))
                    Resources(type).Add(new JsonObject { ["type"] = type, ["id"] = $"id{_count++}", ["attributes"] = Corrected(type, (JsonObject)values!) });
    }

    /// <summary>Declares as date-times the members that documents declare as plain strings. See the overrides of the generator's tests.</summary>
    private static JsonObject Corrected(string type, JsonObject attributes)
    {
        foreach (string name in type switch { "metric" => ["created", "updated"], "event" => ["datetime"], _ => Array.Empty<string>() })
            if (attributes.ContainsKey(name))
                attributes[name] = "2024-05-01T10:00:00+00:00";
        if (type == "event" && attributes.ContainsKey("timestamp"))
            attributes["timestamp"] = 1714557600;
        return attributes;
    }

    private List<JsonObject> Resources(string type) => _resources.TryGetValue(type, out List<JsonObject>? known) ? known : _resources[type] = [];

    /// <summary>Values of a schema that together show all of it; none for one that is within itself.</summary>
    private List<JsonNode?> Variants(JsonElement schema, HashSet<string> open)
    {
        HashSet<string> within = [.. open];
        List<JsonElement> parts = Parts(schema, within);
        if (parts.Count == 0)
            return [];
        JsonElement[] alternatives = [.. parts.SelectMany(part => All(part, "oneOf")).SelectMany(list => list.EnumerateArray())];
        JsonProperty[] members = [.. parts.SelectMany(part => All(part, "properties"))
            .SelectMany(properties => properties.EnumerateObject())
            .Where(member => !Parts(member.Value, []).Any(IsWriteOnly))];
        List<JsonNode?> objects = members.Length > 0 ? Objects(members, within) : [];
        if (alternatives.Length > 0)
            return [.. alternatives.SelectMany(alternative => Variants(alternative, within))
                .Select((variant, i) => objects.Count > 0 ? Merged((JsonObject)objects[i % objects.Count]!, (JsonObject)variant!) : variant)];
        return members.Length > 0 ? objects : [Value(parts, within)];
    }

    private List<JsonNode?> Objects(JsonProperty[] members, HashSet<string> open)
    {
        (string Name, List<JsonNode?> Values)[] values =
            [.. members.DistinctBy(member => member.Name).Select(member => (member.Name, Kinds(member, open))).Where(member => member.Item2.Count > 0)];
        int count = values.Length == 0 ? 1 : values.Max(member => member.Values.Count);
        return [.. Enumerable.Range(0, count)
            .Select(i => new JsonObject(values.Select(member => KeyValuePair.Create(member.Name, member.Values[i % member.Values.Count]?.DeepClone()))))];
    }

    /// <summary>The variants of a member; of a plain string that is a constant elsewhere also each constant.</summary>
    private List<JsonNode?> Kinds(JsonProperty member, HashSet<string> open)
    {
        List<JsonNode?> variants = Variants(member.Value, open);
        bool isPlain = member.Name is "method" or "type" or "channel" && Parts(member.Value, []) is var parts
            && parts.Exists(part => All(part, "type").Any(type => type.GetString() == "string"))
            && !parts.Exists(part => All(part, "enum").Any() || All(part, "format").Any());
        return isPlain ? [.. variants, .. _kinds[member.Name].Select(value => (JsonNode?)value)] : variants;
    }

    /// <summary>The members whose value is one constant, as those are that distinguish the alternatives of a union.</summary>
    private static IEnumerable<(string Name, string Value)> Constants(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Constants),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Constants(member.Value).Concat(
            member.Value.ValueKind == JsonValueKind.Object
                && member.Value.TryGetProperty("enum", out JsonElement values)
                && values.ValueKind == JsonValueKind.Array
                && values.GetArrayLength() == 1
                ? [(member.Name, values[0].ToString())]
                : [])),
        _ => [],
    };

    private JsonNode? Value(List<JsonElement> parts, HashSet<string> open)
    {
        JsonElement[] values =
            [.. parts.SelectMany(part => All(part, "enum")).SelectMany(list => list.EnumerateArray()).Where(value => value.ValueKind != JsonValueKind.Null)];
        int number = ++_count;
        if (values.Length > 0)
            return JsonNode.Parse(values[number % values.Length].GetRawText());
        string? type = parts.SelectMany(part => All(part, "type")).Select(value => value.GetString()).FirstOrDefault();
        string? format = parts.SelectMany(part => All(part, "format")).Select(value => value.GetString()).FirstOrDefault();
        return (type, format) switch
        {
            ("array", _) => new JsonArray([.. parts.SelectMany(part => All(part, "items")).SelectMany(items => Variants(items, open))]),
            ("string", "date-time") => $"2024-05-01T10:00:00.{number % 1000000:D6}+00:00",
            ("string", "date") => "2024-05-01",
            ("string", _) => $"text {number}",
            ("integer", _) => number,
            ("number", _) => number + 0.5,
            ("boolean", _) => true,
            _ => new JsonObject { ["key"] = $"free {number}" },
        };
    }

    private static JsonObject Merged(JsonObject first, JsonObject second)
    {
        JsonObject merged = (JsonObject)first.DeepClone();
        foreach ((string name, JsonNode? value) in second)
            merged[name] = value?.DeepClone();
        return merged;
    }

    /// <summary>The schema with what it refers to and the branches of <c>allOf</c>; none where a reference is open already.</summary>
    private List<JsonElement> Parts(JsonElement schema, HashSet<string> open)
    {
        List<JsonElement> parts = [schema];
        if (schema.TryGetProperty("$ref", out JsonElement reference))
        {
            if (!open.Add(reference.GetString()!))
                return [];
            parts.AddRange(Parts(reference.GetString()!.Split('/')[1..].Aggregate(_root, (element, name) => element.GetProperty(name)), open));
        }

        foreach (JsonElement branch in All(schema, "allOf").SelectMany(list => list.EnumerateArray()))
            parts.AddRange(Parts(branch, open));
        return parts;
    }

    private static bool IsWriteOnly(JsonElement part) => All(part, "writeOnly").Any(flag => flag.GetBoolean());

    private static IEnumerable<JsonElement> All(JsonElement part, string keyword) => part.TryGetProperty(keyword, out JsonElement value) ? [value] : [];
}
