using System.Text.Json;

namespace KlaviyoLinq.ModelGenerator.Reading;

/// <summary>
/// A schema after its references are resolved and the branches of its <c>allOf</c> are folded into one. Keywords that stand beside a
/// <c>$ref</c> count: the document writes <c>nullable</c> there throughout.
/// </summary>
internal sealed class MergedSchema
{
    private const string SchemaPrefix = "#/components/schemas/";

    private readonly Dictionary<string, List<JsonElement>> _properties = [];
    private readonly List<string> _order = [];
    private readonly HashSet<string> _required = [];
    private readonly HashSet<string> _contributors = [];

    private MergedSchema()
    {
    }

    /// <summary>The name of the one schema that describes the value, or null when it is written in place or put together from several.</summary>
    internal string? Name => _contributors.Count == 1 && _contributors.Single().Length > 0 ? _contributors.Single() : null;

    internal string? Type { get; private set; }

    internal string? Format { get; private set; }

    internal bool Nullable { get; private set; }

    internal bool WriteOnly { get; private set; }

    internal bool ReadOnly { get; private set; }

    internal List<JsonElement> Items { get; } = [];

    internal List<JsonElement> OneOf { get; } = [];

    internal List<JsonElement> Enum { get; } = [];

    internal IReadOnlyList<string> PropertyNames => _order;

    internal static MergedSchema Of(IReadOnlyList<JsonElement> parts, Func<string, JsonElement> schema)
    {
        var merged = new MergedSchema();
        foreach (JsonElement part in parts)
            merged.Add(part, "", schema);
        return merged;
    }

    internal bool HasProperty(string name) => _properties.ContainsKey(name);

    /// <summary>The parts that describe a property, one for each branch that mentions it.</summary>
    internal IReadOnlyList<JsonElement> Property(string name) => _properties[name];

    internal bool Requires(string name) => _required.Contains(name);

    private void Add(JsonElement part, string contributor, Func<string, JsonElement> schema)
    {
        if (part.TryGetProperty("$ref", out JsonElement reference))
        {
            string name = reference.GetString()![SchemaPrefix.Length..];
            Add(schema(name), contributor.Length > 0 ? contributor : name, schema);
        }

        foreach (JsonProperty keyword in part.EnumerateObject())
            Add(keyword, contributor, schema);
    }

    private void Add(JsonProperty keyword, string contributor, Func<string, JsonElement> schema)
    {
        switch (keyword.Name)
        {
            case "allOf":
                foreach (JsonElement branch in keyword.Value.EnumerateArray())
                    Add(branch, contributor, schema);
                break;
            case "type":
                Type ??= keyword.Value.GetString();
                break;
            case "format":
                Format ??= keyword.Value.GetString();
                break;
            case "nullable":
                Nullable |= keyword.Value.GetBoolean();
                break;
            case "writeOnly":
                WriteOnly |= keyword.Value.GetBoolean();
                break;
            case "readOnly":
                ReadOnly |= keyword.Value.GetBoolean();
                break;
            case "items":
                Items.Add(keyword.Value);
                break;
            case "enum":
                Enum.AddRange(keyword.Value.EnumerateArray());
                break;
            case "oneOf":
                OneOf.AddRange(keyword.Value.EnumerateArray());
                break;
            case "required":
                _required.UnionWith(keyword.Value.EnumerateArray().Select(name => name.GetString()!));
                break;
            case "properties":
                _contributors.Add(contributor);
                AddProperties(keyword.Value);
                break;
            case "$ref" or "description" or "example" or "default" or "maxProperties" or "title":
                break;
            default:
                throw new Spec.SpecificationException($"The document uses the schema keyword '{keyword.Name}', which the generator does not know.");
        }
    }

    private void AddProperties(JsonElement properties)
    {
        foreach (JsonProperty property in properties.EnumerateObject())
        {
            if (!_properties.TryGetValue(property.Name, out List<JsonElement>? parts))
            {
                _properties.Add(property.Name, parts = []);
                _order.Add(property.Name);
            }

            parts.Add(property.Value);
        }
    }
}
