using System.Text.Json.Nodes;

namespace KlaviyoLinq.Conformance.Tests.Validation;

/// <summary>
/// The official document as the validator gets it: the GET operations and what they refer to, without prose. The whole of it takes the validator twice
/// as long to read.
/// </summary>
internal static class OfficialDocument
{
    private static readonly HashSet<string> _prose = ["description", "summary"];

    /// <summary>The slice, with the tolerated deviations written into it.</summary>
    /// <param name="path">The document's file.</param>
    /// <param name="sparse">Whether it is to be held against answers that hold some fields only.</param>
    internal static JsonObject Slice(string path, bool sparse)
    {
        JsonObject document = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        JsonObject paths = [];
        foreach ((string name, JsonNode? item) in document["paths"]!.AsObject().ToArray())
            if (item!["get"] is { } get)
                paths[name] = new JsonObject { ["get"] = get.DeepClone() };
        document["paths"] = paths;
        TakeProseAway(document);
        foreach (Deviation deviation in Deviations.All)
            deviation.Apply(document);
        if (sparse)
            SparseReading.Apply(document);
        DropUnreferenced(document);
        return document;
    }

    /// <summary>The path of the operation that answers an address: <c>/api/profiles/{id}</c>. One that is spelt out comes before one with an id.</summary>
    internal static string? Template(JsonObject document, string path) =>
        document["paths"]!.AsObject().Select(item => item.Key).Where(template => Matches(template, path)).MinBy(template => template.Count(c => c == '{'));

    /// <summary>A query parameter of the operation at a path; null where it takes none of the name.</summary>
    internal static JsonObject? QueryParameter(JsonObject document, string path, string name) => document["paths"]!.AsObject()
        .Where(item => Matches(item.Key, path))
        .SelectMany(item => item.Value!["get"]!["parameters"]?.AsArray() ?? [])
        .FirstOrDefault(parameter => (string?)parameter!["in"] == "query" && (string?)parameter["name"] == name)?.AsObject();

    private static bool Matches(string template, string path)
    {
        string[] expected = template.Split('/');
        string[] actual = path.Split('/');
        return expected.Length == actual.Length && expected.Zip(actual).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);
    }

    // A property that is called "description" is a schema, not text.
    private static void TakeProseAway(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach ((string name, JsonNode? value) in members.ToArray())
                    if (_prose.Contains(name) && value is JsonValue)
                        members.Remove(name);
                    else
                        TakeProseAway(value);
                break;
            case JsonArray elements:
                foreach (JsonNode? element in elements)
                    TakeProseAway(element);
                break;
        }
    }

    private static void DropUnreferenced(JsonObject document)
    {
        HashSet<string> reached = [];
        Queue<JsonNode> open = new([document["paths"]!]);
        while (open.TryDequeue(out JsonNode? node))
            foreach (string reference in References(node))
                if (reached.Add(reference))
                    open.Enqueue(Component(document, reference));
        foreach ((string kind, JsonNode? components) in document["components"]!.AsObject())
            if (kind != "securitySchemes")
                foreach (string name in components!.AsObject().Select(component => component.Key).ToArray())
                    if (!reached.Contains($"#/components/{kind}/{name}"))
                        components.AsObject().Remove(name);
    }

    internal static JsonNode Component(JsonObject document, string reference)
    {
        string[] names = reference.Split('/');
        return document[names[1]]![names[2]]![names[3]]!;
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member is { Key: "$ref", Value: JsonValue value } ? [(string)value!] : References(member.Value)),
        JsonArray elements => elements.SelectMany(References),
        _ => [],
    };
}
