using System.Text.Json;

namespace KlaviyoLinq.ModelGenerator.Tests.Documents;

/// <summary>A schema of an official document. Read anew here, without the generator's code, which is what is held against the document.</summary>
internal sealed class JsonSchema
{
    private readonly JsonElement _root;
    private readonly List<JsonElement> _parts = [];

    internal JsonSchema(JsonElement root, params IEnumerable<JsonElement> parts)
    {
        _root = root;
        foreach (JsonElement part in parts)
            Add(part);
    }

    internal string? Type => Text("type");

    internal string? Format => Text("format");

    internal bool IsWriteOnly => _parts.Exists(part => part.TryGetProperty("writeOnly", out JsonElement flag) && flag.GetBoolean());

    internal bool IsReadOnly => _parts.Exists(part => part.TryGetProperty("readOnly", out JsonElement flag) && flag.GetBoolean());

    internal bool IsNullable => _parts.Exists(part => part.TryGetProperty("nullable", out JsonElement flag) && flag.GetBoolean());

    internal string[] Values =>
        [.. All("enum").SelectMany(values => values.EnumerateArray()).Where(value => value.ValueKind != JsonValueKind.Null).Select(value => value.ToString())];

    internal JsonSchema Items => new(_root, All("items"));

    internal JsonSchema[] Alternatives => [.. All("oneOf").SelectMany(list => list.EnumerateArray()).Select(alternative => new JsonSchema(_root, alternative))];

    internal string[] Names => [.. All("properties").SelectMany(properties => properties.EnumerateObject()).Select(property => property.Name).Distinct()];

    internal JsonSchema? this[string name]
    {
        get
        {
            JsonElement[] parts =
                [.. All("properties").Where(properties => properties.TryGetProperty(name, out _)).Select(properties => properties.GetProperty(name))];
            return parts.Length == 0 ? null : new JsonSchema(_root, parts);
        }
    }

    internal bool Requires(string name) => All("required").SelectMany(names => names.EnumerateArray()).Any(required => required.GetString() == name);

    /// <summary>A reference and the branches of <c>allOf</c> count beside what stands next to them.</summary>
    private void Add(JsonElement part)
    {
        _parts.Add(part);
        if (part.TryGetProperty("$ref", out JsonElement reference))
            Add(reference.GetString()!.Split('/')[1..].Aggregate(_root, (element, name) => element.GetProperty(name)));
        if (part.TryGetProperty("allOf", out JsonElement branches))
            foreach (JsonElement branch in branches.EnumerateArray())
                Add(branch);
    }

    private string? Text(string keyword) => All(keyword).Select(value => value.GetString()).FirstOrDefault();

    private IEnumerable<JsonElement> All(string keyword) => _parts.Where(part => part.TryGetProperty(keyword, out _)).Select(part => part.GetProperty(keyword));
}
